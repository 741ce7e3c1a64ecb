import type { CaseKind } from "../../domain/casework/case-file.ts";
import type { CommandsOf } from "../../domain/casework/permission.ts";

export const commandGroups = ["work", "decide", "time", "move", "end", "keep"] as const;
export type CommandGroup = (typeof commandGroups)[number];

export const groupWords: Readonly<Record<CommandGroup, string>> = {
  work: "Handlägg",
  decide: "Bedöm och besluta",
  time: "Tiden",
  move: "Skicka vidare",
  end: "Avsluta",
  keep: "Anteckna",
};

/** What the case's page adds to a command's own form: where it stands, what comes first, and what its button says. */
export interface CommandPage {
  readonly group: CommandGroup;
  readonly button: string;
  readonly intro?: string;
  /** A text to take along from the page; it is no part of the command. */
  readonly draft?: {
    readonly name: string;
    readonly label: string;
    readonly hint: string;
    readonly lines: number;
    readonly maxLength: number;
  };
}

type PagesOf<Kind extends CaseKind> = Readonly<Record<CommandsOf[Kind]["command"], CommandPage>>;

const common = {
  note: { group: "keep", button: "Spara anteckningen" },
  "set-diary-number": { group: "keep", button: "Spara diarienumret" },
} as const;

const request: PagesOf<"request"> = {
  take: { group: "work", button: "Ta ärendet" },
  "ask-identity": {
    group: "work",
    button: "Spara att vi har frågat",
    intro:
      "Fråga bara om vi har rimliga skäl att tvivla på vem personen är (artikel 12.6). Be aldrig om mer än vi behöver.",
  },
  "confirm-identity": { group: "work", button: "Spara att identiteten är kontrollerad" },
  "confirm-representation": {
    group: "work",
    button: "Spara att rätten är kontrollerad",
    intro: "Den som frågar gör det för någon annan. Läs fullmakten, beslutet eller registret innan du sparar.",
  },
  "record-search": { group: "work", button: "Spara sökningen" },
  "start-review": {
    group: "work",
    button: "Börja granska",
    intro: "Sökningen är klar. Nu granskar och maskar du det som ska lämnas ut.",
  },
  extend: {
    group: "time",
    button: "Förläng tiden",
    draft: {
      name: "letter",
      label: "Brev till den sökande",
      hint: "Ett utkast. Ändra det, kopiera det och skicka det. Texten här sparas inte i ärendet.",
      lines: 12,
      maxLength: 6_000,
    },
  },
  forward: {
    group: "move",
    button: "Skicka vidare",
    intro: "Svarstiden ändras inte. Väljer du flera får var och en ett eget ärende.",
  },
  refer: { group: "move", button: "Hänvisa och avsluta" },
  answer: { group: "end", button: "Spara svaret och avsluta" },
  refuse: {
    group: "end",
    button: "Spara avslaget och avsluta",
    intro:
      "Ett avslag ska skickas inom en månad från det att begäran kom in, även om tiden är förlängd (artikel 12.4).",
  },
  "close-unidentified": { group: "end", button: "Avsluta" },
  withdraw: {
    group: "end",
    button: "Avsluta som tillbakatagen",
    intro: "Personen har själv tagit tillbaka sin begäran.",
  },
  "mark-duplicate": {
    group: "end",
    button: "Avsluta som dubblett",
    intro: "Samma person har skickat samma begäran två gånger, och den besvaras i det andra ärendet.",
  },
  reclassify: {
    group: "end",
    button: "Avsluta här",
    intro: "Det var inte en begäran enligt dataskyddsförordningen.",
  },
  reopen: { group: "work", button: "Öppna igen" },
  ...common,
};

const breach: PagesOf<"breach"> = {
  "involve-dpo": { group: "work", button: "Spara" },
  amend: {
    group: "work",
    button: "Spara ändringarna",
    intro: "Det gamla sparas vid sidan av det nya. Ändrar du tiden för kännedom flyttas de 72 timmarna.",
  },
  "open-for": {
    group: "move",
    button: "Öppna ärenden hos dem",
    intro: "Varje nämnd får ett eget ärende. Deras 72 timmar räknas från när de fick veta.",
  },
  assess: { group: "decide", button: "Spara bedömningen" },
  "notify-authority": { group: "decide", button: "Spara anmälan till IMY" },
  "do-not-notify": {
    group: "decide",
    button: "Spara beslutet",
    intro: "Går bara när det är osannolikt att incidenten är en risk för de berörda (artikel 33.1).",
  },
  supplement: { group: "decide", button: "Spara kompletteringen" },
  "inform-subjects": { group: "decide", button: "Spara" },
  "do-not-inform": { group: "decide", button: "Spara beslutet" },
  "add-measure": { group: "work", button: "Lägg till åtgärden" },
  "complete-measure": { group: "work", button: "Spara att åtgärden är klar" },
  dismiss: { group: "end", button: "Avskriv anmälan" },
  close: {
    group: "end",
    button: "Avsluta",
    intro: "Går när risken är bedömd, båda besluten är fattade och handlingsplanen har minst en åtgärd.",
  },
  reopen: { group: "work", button: "Öppna igen" },
  ...common,
};

const consultation: PagesOf<"consultation"> = {
  answer: { group: "work", button: "Spara svaret" },
  close: { group: "end", button: "Avsluta" },
  ...common,
};

/** How each command stands on the page of its kind of case. */
export const commandPages: Readonly<Record<CaseKind, Readonly<Record<string, CommandPage>>>> = {
  request,
  breach,
  consultation,
};
