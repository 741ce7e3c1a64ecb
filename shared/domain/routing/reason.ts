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

const sentences: Readonly<Record<Language, (reason: Reason) => string>> = {
  sv: (reason) => {
    const { code, params } = reason;
    switch (code) {
      case "place-belongs": {
        const since = params.since === null ? "" : ` sedan ${params.since}`;
        const formerly = params.formerly.length === 0 ? "" : ` (tidigare ${listed(params.formerly, "och")})`;
        return `${params.place} hör till ${params.area}${since}${formerly}.`;
      }
      case "whole-city":
        return `Svarar i hela staden för: ${params.service.sv}.`;
      case "own-workplace":
        return `Du har angett ${params.workplace} som arbetsplats.`;
      case "other-municipality":
        return params.place === null
          ? `${params.municipality} svarar för sina egna uppgifter.`
          : `${params.place} ligger i ${params.municipality}, som svarar för sina egna uppgifter.`;
      case "some-other-municipality":
        return "En annan kommun svarar för sina egna uppgifter. Vänd dig till kommunen där du bodde.";
      case "outside-the-city":
        return `Staden svarar inte för: ${params.service.sv}.`;
      case "archive-may-hold":
        return `Uppgifter från tiden före ${params.before} kan finnas hos ${params.archive}.`;
      case "may-be-destroyed":
        return `De flesta handlingar förstörs efter ${params.years} år. Det som har sparats kan finnas hos ${params.archive}.`;
      case "note":
        return params.text.sv;
      case "ask-place":
        return params.towns.length === 0
          ? params.question.sv
          : `${params.question.sv} Postnumret (${listed(params.towns, "eller")}) räcker inte för att avgöra det.`;
      case "ask-which-place":
        return `Vilken del av ${params.place} gäller det: ${listed(
          params.choices.map(({ area, places }) => (places.length === 0 ? area : `${places.join("/")} (${area})`)),
          "eller",
        )}?`;
      case "ask-old-records":
        return `Vet du mer om vem som hade ärendet? Uppgifter från tiden före ${params.before} kan finnas hos ${params.archive}.`;
      case "ask-who-then":
        return `Vem svarade den ${params.on} för: ${params.service.sv}?`;
      case "ask-which-municipality":
        return `Gäller det ${params.city.sv} eller ${params.municipality}?`;
      case "ask-which-service":
        return `${params.place} ligger i ${params.city.sv}. Vad hade du kontakt med staden om?`;
      case "ask":
        return params.question.sv;
      case "ask-several":
        return params.questions.map(sentences.sv).join(" ");
    }
  },
  en: (reason) => {
    const { code, params } = reason;
    switch (code) {
      case "place-belongs": {
        const since = params.since === null ? "" : ` since ${params.since}`;
        const formerly = params.formerly.length === 0 ? "" : ` (formerly ${listed(params.formerly, "and")})`;
        return `${params.place} belongs to ${params.area}${since}${formerly}.`;
      }
      case "whole-city":
        return `Answers in the whole city for: ${params.service.en}.`;
      case "own-workplace":
        return `You named ${params.workplace} as the workplace.`;
      case "other-municipality":
        return params.place === null
          ? `${params.municipality} answers for its own data.`
          : `${params.place} is in ${params.municipality}, which answers for its own data.`;
      case "some-other-municipality":
        return "Another municipality answers for its own data. Contact the municipality where you lived.";
      case "outside-the-city":
        return `The city does not answer for: ${params.service.en}.`;
      case "archive-may-hold":
        return `Data from before ${params.before} may be held by ${params.archive}.`;
      case "may-be-destroyed":
        return `Most records are destroyed after ${params.years} years. What has been kept may be held by ${params.archive}.`;
      case "note":
        return params.text.en;
      case "ask-place":
        return params.towns.length === 0
          ? params.question.en
          : `${params.question.en} The postal code (${listed(params.towns, "or")}) is not enough to tell.`;
      case "ask-which-place":
        return `Which part of ${params.place} is it: ${listed(
          params.choices.map(({ area, places }) => (places.length === 0 ? area : `${places.join("/")} (${area})`)),
          "or",
        )}?`;
      case "ask-old-records":
        return `Do you know more about who handled it? Data from before ${params.before} may be held by ${params.archive}.`;
      case "ask-who-then":
        return `Who answered on ${params.on} for: ${params.service.en}?`;
      case "ask-which-municipality":
        return `Is it about ${params.city.en} or ${params.municipality}?`;
      case "ask-which-service":
        return `${params.place} is in ${params.city.en}. What was your contact with the city about?`;
      case "ask":
        return params.question.en;
      case "ask-several":
        return params.questions.map(sentences.en).join(" ");
    }
  },
};

/** The reason or question as a sentence for people. */
export const explain = (reason: Reason, language: Language): string => sentences[language](reason);
