/** Ids are plain strings that the compiler keeps apart: a card's id is never taken for a note's. */
declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

export type DeckId = Id<'deck'>;
export type SectionId = Id<'section'>;
export type NoteId = Id<'note'>;
/** `<note id>/<part>`: a card is one part of its note, so its id survives any edit of the text. */
export type CardId = Id<'card'>;
export type EventId = Id<'event'>;
export type DeviceId = Id<'device'>;
export type AuditionId = Id<'audition'>;

export const deckId = (text: string) => text as DeckId;
export const auditionId = (text: string) => text as AuditionId;
export const sectionId = (text: string) => text as SectionId;
export const noteId = (text: string) => text as NoteId;
export const cardId = (note: NoteId, part: string) => `${note}/${part}` as CardId;
