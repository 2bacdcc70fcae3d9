const PHONE = /^\+?\d[\d-]{5,18}\d$/;
const MASKED = /^[\d*-]*\*{3,}[\d-]*$/;

/** A mobile or landline number, perhaps with an extension behind a hyphen. */
export function isContactPhone(text: string): boolean {
  return PHONE.test(text);
}

/** What an exported list holds instead of a number. */
export function isMaskedPhone(text: string): boolean {
  return MASKED.test(text);
}

/** A mobile number keeps 3 and 4 digits, any other its last 4. */
export function maskPhone(phone: string): string {
  if (/^1\d{10}$/.test(phone)) return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
  return phone.slice(0, -4).replace(/\d/g, '*').padStart(3, '*') + phone.slice(-4);
}
