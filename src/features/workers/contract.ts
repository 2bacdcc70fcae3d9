export { ROSTER_ROUTES, WORKER_DESK_ROUTES } from './rules/desk-routes.ts';
export { OWN_CASE_ROUTES, OWN_DATA_ROUTES } from './rules/own-routes.ts';
export { REGISTRATION_ROUTES } from './rules/registration-routes.ts';
