/** What an operation is about: its arguments that name a profile and a card. Without both it depends on neither. */
export interface OperationScope {
  readonly profile?: string;
  readonly card?: string;
}

/** A read that succeeds only if the card belongs to the profile, and its arguments for the two. */
export interface CardLookUp {
  readonly resource: string;
  readonly method: string;
  readonly profile: string;
  readonly card: string;
}
