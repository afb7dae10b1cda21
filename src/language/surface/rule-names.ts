/** The rule for a report whose content is only a word that means the sentence before: “Das teilte die Polizei mit.” */
export const pointsBackRule = 'the sentence before'
