import { maskIdentityNumber, maskPersonalText } from '#core/mask-personal.ts';

import type { HouseholdForm, PersonForm, SpendingRow } from './household-form.ts';
import { isMasked } from './masked-values.ts';

type Mask = (text: string) => string;

const HIDDEN = '******';
const CUT = '****';
const TO_TOWN = /^.*?(?:街道|镇|乡)/;
const TO_DISTRICT = /^.*[区县市]/;

/** First three and last four places stay: `138****8000`. */
export function maskPhone(phone: string): string {
  const digits = phone.replaceAll(/\D/g, '');
  return digits.length < 8 ? '****' : `${digits.slice(0, 3)}****${digits.slice(-4)}`;
}

/** The last four places stay: `**** 0005`. */
export function maskCard(card: string): string {
  const digits = card.replaceAll(/\D/g, '');
  return digits.length < 8 ? '****' : `**** ${digits.slice(-4)}`;
}

/** Town and what stands before it stay; without a town, the district. */
export function maskAddress(address: string): string {
  const shown = TO_TOWN.exec(address)?.[0] ?? TO_DISTRICT.exec(address)?.[0] ?? '';
  return shown === address ? address : `${shown}${CUT}`;
}

const hide: Mask = () => HIDDEN;

/** The form as readers see it: enough to know a family again, too little to learn a number. */
export function maskForm(form: HouseholdForm): HouseholdForm {
  return mapSecrets(form, (text, mask) => (text === null ? null : mask(text)));
}

/**
 * A form that came back from a reader: what is still the mask of the stored value is that value. People
 * are known by their row, notes by their text.
 */
export function keepMasked(given: HouseholdForm, stored: HouseholdForm): HouseholdForm {
  const known = new Map(stored.people.map((person) => [person.id, person]));
  const kept = mapSecrets(
    given,
    (text, mask, storedText) =>
      text !== null && storedText !== null && text === mask(storedText) ? storedText : text,
    { stored, personOf: (id) => (id === null ? undefined : known.get(id)) },
  );
  return kept;
}

/** Whether a mask is left that stands for nothing on file. */
export function hasMask({ people, head, cardNumber }: HouseholdForm): boolean {
  const isAddressMask = (text: string | null): boolean => text?.endsWith(CUT) ?? false;
  return (
    people.some(
      ({ identityNumber, phone, illness }) =>
        isMasked(identityNumber) || isMasked(phone) || illness === HIDDEN,
    ) ||
    isMasked(cardNumber) ||
    isAddressMask(head.address) ||
    isAddressMask(head.registeredAt)
  );
}

interface Beside {
  readonly stored: HouseholdForm;
  readonly personOf: (id: number | null) => PersonForm | undefined;
}

type Change = (text: string | null, mask: Mask, stored: string | null) => string | null;

/** Every field that is secret or may hold something secret passes through here, with what is on file. */
function mapSecrets(form: HouseholdForm, change: Change, beside?: Beside): HouseholdForm {
  const { head, accident } = form;
  const old = beside?.stored;
  const noteOf = (text: string | null): string | null => {
    const known = old?.spending.find(
      ({ note }) => note !== null && maskPersonalText(note) === text,
    );
    return change(text, maskPersonalText, known?.note ?? null);
  };
  return {
    ...form,
    people: form.people.map((person) => mapPerson(person, change, beside?.personOf(person.id))),
    head: {
      ...head,
      registeredAt: change(head.registeredAt, maskAddress, old?.head.registeredAt ?? null),
      address: change(head.address, maskAddress, old?.head.address ?? null),
      otherContact: change(head.otherContact, maskPersonalText, old?.head.otherContact ?? null),
    },
    spending: form.spending.map((row): SpendingRow => ({ ...row, note: noteOf(row.note) })),
    accident:
      accident === null
        ? null
        : {
            ...accident,
            note: change(accident.note, maskPersonalText, old?.accident?.note ?? null),
          },
    causeText: change(form.causeText, maskPersonalText, old?.causeText ?? null),
    cardNumber: change(form.cardNumber, maskCard, old?.cardNumber ?? null),
  };
}

function mapPerson(person: PersonForm, change: Change, stored: PersonForm | undefined): PersonForm {
  const { identityNumber, phone, illness } = person;
  return {
    ...person,
    identityNumber: change(identityNumber, maskIdentityNumber, stored?.identityNumber ?? null),
    phone: change(phone, maskPhone, stored?.phone ?? null),
    illness: change(illness, hide, stored?.illness ?? null),
  };
}
