/** Union code (工会编码) as the district gives it; the database checks the same. */
export const CODE_PATTERN = /^[0-9A-Za-z-]{1,40}$/;
