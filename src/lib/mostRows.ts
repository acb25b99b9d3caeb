/**
 * Rows of one list that may come from outside: each costs Payload up to a millisecond in one piece, by its fields, their
 * validation and what is drawn of them. The longest scene of a film has some hundred lines; scripts come in by import.
 */
export const MOST_ROWS = 2_000
