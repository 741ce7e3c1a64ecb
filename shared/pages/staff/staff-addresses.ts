/** Where the staff pages are. A reference names a case and nobody; nothing else that is personal is in an address. */
export const staffAddresses = {
  start: "/personal",
  cases: "/personal/arenden",
  case: (reference: string) => `/personal/arenden/${encodeURIComponent(reference)}`,
  authorityAnswers: (reference: string) => `/personal/arenden/${encodeURIComponent(reference)}/svar-till-imy`,
  authorityAnswersFile: (reference: string) => `/personal/arenden/${encodeURIComponent(reference)}/svar-till-imy.txt`,
  answerFiles: (reference: string) => `/personal/arenden/${encodeURIComponent(reference)}/svarsfiler`,
  letter: (reference: string) => `/personal/arenden/${encodeURIComponent(reference)}/brev`,
  evidence: (reference: string, file: string) =>
    `/personal/arenden/${encodeURIComponent(reference)}/underlag/${encodeURIComponent(file)}`,
  incident: "/personal/incident",
  question: "/personal/fraga",
  registration: "/personal/registrera",
  statistics: "/personal/statistik",
  review: "/personal/arsuppfoljning",
  receipt: (reference: string) => `/personal/kvitto/${encodeURIComponent(reference)}`,
  signIn: "/personal/logga-in",
  signOut: "/personal/logga-ut",
} as const;
