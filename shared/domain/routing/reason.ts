import type { Language, Text } from "../language.ts";

/** Why a unit was chosen, or what must be asked: coded data, worded by {@link explain}. Names in it come from the city's data. */
export type Reason =
  | {
      readonly code: "place-belongs";
      readonly params: {
        readonly place: string;
        readonly area: string;
        readonly since: string | null;
        readonly formerly: readonly string[];
      };
    }
  | { readonly code: "whole-city"; readonly params: { readonly service: Text } }
  | { readonly code: "own-workplace"; readonly params: { readonly workplace: string } }
  | {
      readonly code: "other-municipality";
      readonly params: { readonly place: string | null; readonly municipality: string };
    }
  | { readonly code: "some-other-municipality"; readonly params: Readonly<Record<string, never>> }
  | { readonly code: "outside-the-city"; readonly params: { readonly service: Text } }
  | { readonly code: "archive-may-hold"; readonly params: { readonly archive: string; readonly before: string } }
  | { readonly code: "may-be-destroyed"; readonly params: { readonly archive: string; readonly years: number } }
  | { readonly code: "note"; readonly params: { readonly text: Text } }
  | { readonly code: "ask-place"; readonly params: { readonly question: Text; readonly towns: readonly string[] } }
  | {
      readonly code: "ask-which-place";
      readonly params: {
        readonly place: string;
        readonly choices: readonly { readonly area: string; readonly places: readonly string[] }[];
      };
    }
  | { readonly code: "ask-old-records"; readonly params: { readonly archive: string; readonly before: string } }
  | { readonly code: "ask-who-then"; readonly params: { readonly service: Text; readonly on: string } }
  | { readonly code: "ask-which-municipality"; readonly params: { readonly city: Text; readonly municipality: string } }
  | { readonly code: "ask-which-service"; readonly params: { readonly place: string; readonly city: Text } }
  | { readonly code: "ask"; readonly params: { readonly question: Text } }
  | { readonly code: "ask-several"; readonly params: { readonly questions: readonly Reason[] } };

const listed = (names: readonly string[], word: string): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} ${word} ${names[names.length - 1]}`;

const inWords = (reason: Reason): Text => {
  const { code, params } = reason;
  switch (code) {
    case "place-belongs": {
      const { place, area, since, formerly } = params;
      const before = (word: string, and: string): string =>
        formerly.length === 0 ? "" : ` (${word} ${listed(formerly, and)})`;
      return {
        sv: `${place} hör till ${area}${since === null ? "" : ` sedan ${since}`}${before("tidigare", "och")}.`,
        en: `${place} belongs to ${area}${since === null ? "" : ` since ${since}`}${before("formerly", "and")}.`,
      };
    }
    case "whole-city":
      return {
        sv: `Svarar i hela staden för: ${params.service.sv}.`,
        en: `Answers in the whole city for: ${params.service.en}.`,
      };
    case "own-workplace":
      return {
        sv: `Du har angett ${params.workplace} som arbetsplats.`,
        en: `You named ${params.workplace} as the workplace.`,
      };
    case "other-municipality":
      return params.place === null
        ? {
            sv: `${params.municipality} svarar för sina egna uppgifter.`,
            en: `${params.municipality} answers for its own data.`,
          }
        : {
            sv: `${params.place} ligger i ${params.municipality}, som svarar för sina egna uppgifter.`,
            en: `${params.place} is in ${params.municipality}, which answers for its own data.`,
          };
    case "some-other-municipality":
      return {
        sv: "En annan kommun svarar för sina egna uppgifter. Vänd dig till kommunen där du bodde.",
        en: "Another municipality answers for its own data. Contact the municipality where you lived.",
      };
    case "outside-the-city":
      return {
        sv: `Staden svarar inte för: ${params.service.sv}.`,
        en: `The city does not answer for: ${params.service.en}.`,
      };
    case "archive-may-hold":
      return {
        sv: `Uppgifter från tiden före ${params.before} kan finnas hos ${params.archive}.`,
        en: `Data from before ${params.before} may be held by ${params.archive}.`,
      };
    case "may-be-destroyed":
      return {
        sv: `De flesta handlingar förstörs efter ${params.years} år. Det som har sparats kan finnas hos ${params.archive}.`,
        en: `Most records are destroyed after ${params.years} years. What has been kept may be held by ${params.archive}.`,
      };
    case "note":
      return params.text;
    case "ask-place": {
      const { question, towns } = params;
      if (towns.length === 0) return question;
      return {
        sv: `${question.sv} Postnumret (${listed(towns, "eller")}) räcker inte för att avgöra det.`,
        en: `${question.en} The postal code (${listed(towns, "or")}) is not enough to tell.`,
      };
    }
    case "ask-which-place": {
      const choices = params.choices.map(({ area, places }) =>
        places.length === 0 ? area : `${places.join("/")} (${area})`,
      );
      return {
        sv: `Vilken del av ${params.place} gäller det: ${listed(choices, "eller")}?`,
        en: `Which part of ${params.place} is it: ${listed(choices, "or")}?`,
      };
    }
    case "ask-old-records":
      return {
        sv: `Vet du mer om vem som hade ärendet? Uppgifter från tiden före ${params.before} kan finnas hos ${params.archive}.`,
        en: `Do you know more about who handled it? Data from before ${params.before} may be held by ${params.archive}.`,
      };
    case "ask-who-then":
      return {
        sv: `Vem svarade den ${params.on} för: ${params.service.sv}?`,
        en: `Who answered on ${params.on} for: ${params.service.en}?`,
      };
    case "ask-which-municipality":
      return {
        sv: `Gäller det ${params.city.sv} eller ${params.municipality}?`,
        en: `Is it about ${params.city.en} or ${params.municipality}?`,
      };
    case "ask-which-service":
      return {
        sv: `${params.place} ligger i ${params.city.sv}. Vad hade du kontakt med staden om?`,
        en: `${params.place} is in ${params.city.en}. What was your contact with the city about?`,
      };
    case "ask":
      return params.question;
    case "ask-several": {
      const questions = params.questions.map(inWords);
      return { sv: questions.map(({ sv }) => sv).join(" "), en: questions.map(({ en }) => en).join(" ") };
    }
  }
};

/** The reason or question as a sentence for people. */
export const explain = (reason: Reason, language: Language): string => inWords(reason)[language];
