export { OWN_CASE_ROUTES, OWN_DATA_ROUTES } from './rules/own-routes.ts';
export { REGISTRATION_ROUTES } from './rules/registration-routes.ts';
