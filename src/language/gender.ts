/** The grammatical gender of a person's name or description. */
export type Gender = 'female' | 'male'
