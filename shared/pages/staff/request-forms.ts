import { extensionWords, outcomeWords, proofWords } from "./code-words.ts";
import { choices, commonForms, day, type FormsOf, reason, text } from "./command-form.ts";

const withdrawn = "Personen har själv tagit tillbaka sin begäran.";

/** What an officer fills in for each command on a request. */
export const requestForms: FormsOf<"request"> = {
  take: { title: "Ta ärendet", button: "Ta ärendet", group: "work", fields: [] },
  "ask-identity": {
    title: "Be om identitet",
    button: "Spara att vi har frågat",
    intro:
      "Fråga bara om vi har rimliga skäl att tvivla på vem personen är (artikel 12.6). Be aldrig om mer än vi behöver.",
    group: "work",
    fields: [reason("reason", "Varför tvivlar vi?")],
  },
  "confirm-identity": {
    title: "Bekräfta identitet",
    button: "Spara att identiteten är kontrollerad",
    group: "work",
    fields: [
      text("how", "Hur har du kontrollerat det?", {
        hint: "Till exempel: visade legitimation på medborgarkontoret. Skriv inte av handlingen.",
        empty: "Skriv hur du har kontrollerat vem personen är",
      }),
    ],
  },
  "confirm-representation": {
    title: "Bekräfta rätten att företräda",
    button: "Spara att rätten är kontrollerad",
    intro: "Den som frågar gör det för någon annan. Läs fullmakten, beslutet eller registret innan du sparar.",
    group: "work",
    fields: [
      {
        kind: "choice",
        name: "how",
        label: "Hur har du kontrollerat det?",
        options: choices(proofWords),
        empty: "Välj hur du har kontrollerat det",
      },
    ],
  },
  "record-search": {
    title: "Sök i ett register",
    button: "Spara sökningen",
    group: "work",
    fields: [
      text("system", "Vilket register eller system?", { empty: "Skriv vilket register du har sökt i" }),
      {
        kind: "yes-no",
        name: "found",
        label: "Fanns det uppgifter?",
        options: [
          { value: "yes", label: "Ja, vi hittade uppgifter" },
          { value: "no", label: "Nej, inget hittades" },
        ],
        empty: "Välj om det fanns uppgifter",
      },
    ],
  },
  "start-review": {
    title: "Börja granska",
    button: "Börja granska",
    intro: "Sökningen är klar. Nu granskar och maskar du det som ska lämnas ut.",
    group: "work",
    fields: [],
  },
  extend: {
    title: "Förläng tiden",
    button: "Förläng tiden",
    group: "time",
    fields: [
      {
        kind: "choice",
        name: "reason",
        label: "Varför behövs mer tid?",
        options: choices(extensionWords),
        empty: "Välj varför det behövs mer tid",
        refusals: ["extension-too-late", "already-extended"],
      },
      reason("explanation", "Förklara varför", "Skriv så att den som frågar förstår. Skälet sparas i ärendet."),
      day(
        "noticeSentOn",
        "När skickades beskedet?",
        "Beskedet måste skickas inom en månad från det att begäran kom in.",
      ),
      {
        kind: "draft",
        name: "letter",
        label: "Brev till den sökande",
        hint: "Ett utkast. Ändra det, kopiera det och skicka det. Texten här sparas inte i ärendet.",
        lines: 12,
        maxLength: 6_000,
      },
    ],
  },
  forward: {
    title: "Skicka till rätt nämnd",
    button: "Skicka vidare",
    intro: "Svarstiden ändras inte. Väljer du flera får var och en ett eget ärende.",
    group: "move",
    fields: [
      {
        kind: "units",
        name: "toUnits",
        label: "Vilken nämnd ska ha ärendet?",
        empty: "Välj vilken nämnd som ska ha ärendet",
        refusals: ["unknown-unit"],
      },
      reason("reason", "Varför hör ärendet dit?"),
    ],
  },
  refer: {
    title: "Hänvisa till någon utanför staden",
    button: "Hänvisa och avsluta",
    group: "move",
    fields: [
      text("to", "Vem kan svara?", { hint: "Till exempel Region Stockholm.", empty: "Skriv vem som kan svara" }),
      reason("reason", "Varför är det inte staden?"),
    ],
  },
  answer: {
    title: "Svara",
    button: "Spara svaret och avsluta",
    group: "end",
    fields: [
      {
        kind: "choice",
        name: "outcome",
        label: "Vad blev svaret?",
        options: choices(outcomeWords, ["granted", "partly-granted", "no-data"]),
        empty: "Välj vad svaret blev",
        refusals: ["identity-required"],
      },
      day("sentOn", "När skickades svaret?"),
      {
        kind: "tick",
        name: "withheldForSecrecy",
        label: "Något är utelämnat på grund av sekretess",
        hint: "Då måste du skriva varför, och svaret ska säga hur man överklagar.",
      },
      reason("explanation", "Varför lämnas inte allt ut?", "Behövs när personen inte får allt den bad om."),
    ],
  },
  refuse: {
    title: "Avslå helt",
    button: "Spara avslaget och avsluta",
    intro:
      "Ett avslag ska skickas inom en månad från det att begäran kom in, även om tiden är förlängd (artikel 12.4).",
    group: "end",
    fields: [
      {
        kind: "choice",
        name: "outcome",
        label: "Varför avslår ni?",
        options: choices(outcomeWords, ["refused-unfounded", "refused-excessive", "refused-by-law"]),
        empty: "Välj varför ni avslår",
      },
      reason("explanation", "Motivera beslutet"),
      day("sentOn", "När skickades beslutet?"),
    ],
  },
  "close-unidentified": {
    title: "Avsluta, vi vet inte vem personen är",
    button: "Avsluta",
    group: "end",
    fields: [reason("explanation", "Vad har ni gjort för att ta reda på det?")],
  },
  withdraw: { title: "Tillbakatagen", button: "Avsluta som tillbakatagen", intro: withdrawn, group: "end", fields: [] },
  "mark-duplicate": {
    title: "Dubblett",
    button: "Avsluta som dubblett",
    intro: "Samma person har skickat samma begäran två gånger, och den besvaras i det andra ärendet.",
    group: "end",
    fields: [
      text("of", "Det andra ärendets nummer", {
        maxLength: 80,
        empty: "Skriv numret på det andra ärendet",
        refusals: ["duplicate-of-itself"],
      }),
    ],
  },
  reclassify: {
    title: "Hanteras enligt andra regler",
    button: "Avsluta här",
    intro: "Det var inte en begäran enligt dataskyddsförordningen.",
    group: "end",
    fields: [
      text("as", "Vad är det i stället?", {
        hint: "Till exempel begäran om allmän handling.",
        empty: "Skriv vad det är i stället",
      }),
      reason("explanation", "Varför?"),
    ],
  },
  reopen: {
    title: "Öppna ärendet igen",
    button: "Öppna igen",
    group: "work",
    fields: [reason("reason", "Varför öppnas ärendet igen?")],
  },
  ...commonForms,
};
