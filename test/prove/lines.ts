/** One line of what is promised: which tests hold it, and what they do not show. For a security officer, in Swedish. */
export interface Line {
  readonly id: string;
  readonly what: string;
  /** Glob patterns over the test files. */
  readonly heldBy: readonly string[];
  /** What the figure does not say. */
  readonly notShown: string;
}

export interface Group {
  readonly title: string;
  readonly lines: readonly Line[];
}

const engines =
  "Prövat mot lokala motorer som talar samma protokoll som Amazons tjänster, inte mot Amazons egna. Strypning och avbrott läggs in av provet.";

export const groups: readonly Group[] = [
  {
    title: "Inget försvinner, inget dubbleras",
    lines: [
      {
        id: "R1",
        what: "Varje anrop i varje flöde får misslyckas: före, efter, och med processen dödad före och efter. Inget löfte bryts.",
        heldBy: ["test/**/faults*.test.ts", "test/proof/flows*.test.ts", "test/imports/broken-off.test.ts"],
        notShown: engines,
      },
      {
        id: "R2",
        what: "Allt dödas på en gång under last och startas igen: inget kvitterat saknas, inget finns två gånger.",
        heldBy: ["test/proof/killed.test.ts", "test/local/restart.test.ts"],
        notShown: "Visar den lokala databasens varaktighet. På Amazon är det tjänstens egen, i tre zoner.",
      },
      {
        id: "R3",
        what: "Samma begäran skickad många gånger samtidigt blir en enda, med samma ärendenummer i alla svar.",
        heldBy: ["test/proof/together.test.ts"],
        notShown: engines,
      },
      {
        id: "R4",
        what: "Ändringar som levereras flera gånger, i fel ordning och med fel i sig: brev som skickas är brev som ska skickas.",
        heldBy: ["test/proof/streams.test.ts", "test/local/batch.test.ts", "test/local/streams.test.ts"],
        notShown: engines,
      },
      {
        id: "R5",
        what: "E-post som nekas, stryps, studsar eller avbryts: inget brev försvinner, och dubbletter sker bara där det inte går att veta.",
        heldBy: ["test/proof/mail.test.ts", "test/functions/outbox.test.ts"],
        notShown: "Att ett brev har lästs. Tjänsten vet högst att mottagarens server tog emot det.",
      },
      {
        id: "R6",
        what: "Ett schema som går noll, en eller tjugo gånger, eller månader sent, ger samma årsfiler; läsaren ser de gamla eller de nya.",
        heldBy: ["test/yearly/compile.test.ts", "test/yearly/house.test.ts", "test/report/same-bytes.test.ts"],
        notShown: engines,
      },
      {
        id: "R7",
        what: "Flera handläggare i samma ärende samtidigt: ingen ändring går förlorad.",
        heldBy: ["test/proof/colleagues.test.ts", "test/staff/commands.test.ts", "test/store/contract.test.ts"],
        notShown: "Hur lång tid en människa får vänta när många arbetar i samma ärende.",
      },
      {
        id: "R8",
        what: "Varje steg kan göras om: genomgången gör klart det som ändringsflödet missade.",
        heldBy: ["test/proof/sweeps.test.ts", "test/watch/rounds.test.ts"],
        notShown: engines,
      },
      {
        id: "R9",
        what: "Säkerhetskopia, allt förstört, återställt på ett nytt ställe: alla löften håller, och det som var gallrat kommer inte tillbaka.",
        heldBy: ["test/proof/restored.test.ts"],
        notShown:
          "Amazons egen återställning till en tidpunkt. Övningen kopierar tabeller och filer i samma form som Amazons export.",
      },
      {
        id: "R10",
        what: "Poster som skrevs av tidigare versioner läses av dagens kod.",
        heldBy: ["test/store/first-shape.test.ts", "test/store/second-shape.test.ts"],
        notShown: "Versioner som ännu inte finns.",
      },
      {
        id: "R11",
        what: "Fel som läggs in med flit (minst 30) upptäcks alla, vart och ett av ett namngivet test. Mutationsprov av lagens kod: minst 90 %.",
        heldBy: ["test/sabotage/*.test.ts", "test/proof/invariants.test.ts"],
        notShown:
          "Fel som ingen har tänkt på. Siffrorna kommer ur den senaste körningen av npm run sabotage och npm run mutate på den här datorn.",
      },
    ],
  },
  {
    title: "Vem som får se vad, och vad som får komma in",
    lines: [
      {
        id: "S1",
        what: "Alla roller mot alla vägar och alla slags ärenden, ur en tabell: ingen ser för mycket, och ”inte ditt” är samma svar som ”finns inte”.",
        heldBy: ["test/staff/matrix.test.ts", "test/staff/house-matrix.test.ts", "test/staff/sight.test.ts"],
        notShown: "Att stadens inloggning ger rätt person rätt roll. Det ansvarar staden för.",
      },
      {
        id: "S2",
        what: "Uppgifter om påhittade personer följs genom allt: inget av dem finns i loggar, mått, adresser, brev eller felmeddelanden.",
        heldBy: ["test/proof/leak*.test.ts"],
        notShown: "Loggar som Amazon själv för utanför tjänsten, till exempel CloudTrail.",
      },
      {
        id: "S3",
        what: "Fientliga anrop gjorda ur scheman: inget serverfel, inget sparat som borde nekas, inget speglat tillbaka.",
        heldBy: ["test/proof/hostile.test.ts", "test/lambda/json-text.test.ts"],
        notShown: "Överbelastning utifrån. Den begränsas av strypningen, som bara finns hos Amazon.",
      },
      {
        id: "S4",
        what: "Skript och formler i fritext: inget körs i webbläsaren, inget blir formel i Excel, Word eller CSV.",
        heldBy: [
          "test/browser/staff-scripts.test.ts",
          "test/staff/hostile-pages.test.ts",
          "test/report/hostile-text.test.ts",
        ],
        notShown: "Andra program än dem som testet läser filerna med.",
      },
      {
        id: "S5",
        what: "Förfalskade intyg om vem man är, och formulär som skickas från andra platser: inga godtas.",
        heldBy: ["test/proof/forged-tokens.test.ts", "test/identity/*.test.ts", "test/sign-in/*.test.ts"],
        notShown: "Att den som innehar en äkta e-legitimation är den som den utger sig för.",
      },
      {
        id: "S6",
        what: "Säkerhetshuvuden på varje svar, även felsvar; personliga sidor sparas inte.",
        heldBy: ["test/proof/headers.test.ts", "test/infra/edge.test.ts"],
        notShown: "Svar som Amazon ger innan tjänsten nås prövas i mallen, inte i drift.",
      },
      {
        id: "S7",
        what: "Mallen hålls mot tre regelsamlingar (AwsSolutions, NIST 800-53 R5, Serverless) och mot våra egna regler: inget obesvarat, högst tolv skäl.",
        heldBy: ["test/infra/*.test.ts"],
        notShown: "Stadens övriga konto: användare, loggning och andra system i det.",
      },
      {
        id: "S8",
        what: "Varje anrop en funktion gör är tillåtet, och varje tillåtet anrop används. Ingen kan ändra åtkomstloggen.",
        heldBy: [
          "test/proof/permissions.test.ts",
          "test/infra/permissions.test.ts",
          "test/local/iam.test.ts",
          // Where the houses are whose calls are counted: each role at its work.
          "test/*/house.test.ts",
          "test/anchor/*.test.ts",
          "test/citizen/*.test.ts",
          "test/evidence/*.test.ts",
          "test/sign-in/*.test.ts",
          "test/watch/*.test.ts",
          "test/yearly/pages.test.ts",
          "test/staff/house-matrix.test.ts",
          "test/functions/staff-work.test.ts",
        ],
        notShown: "Behörigheter som stadens egna administratörer har i kontot.",
      },
      {
        id: "S9",
        what: "Den som har skyddad identitet syns inte för den som inte får veta: inte i listor, antal, sökningar eller brev.",
        heldBy: [
          "test/staff/lists.test.ts",
          "test/staff/sight.test.ts",
          "test/staff/house.test.ts",
          "test/staff/house-matrix.test.ts",
        ],
        notShown: "Skydd mot den som redan har behörigheten och missbrukar den. Det syns i åtkomstloggen.",
      },
      {
        id: "S10",
        what: "Gallringen dag för dag i tio år: varje ärende går på sin dag, och årets siffror är desamma före och efter.",
        heldBy: ["test/disposal/*.test.ts"],
        notShown: "Att stadens gallringsbeslut är rätt.",
      },
      {
        id: "S11",
        what: "Små tal i öppna data: inget dolt tal går att räkna ut.",
        heldBy: ["test/yearly/suppression.test.ts"],
        notShown: "Uträkning med hjälp av uppgifter som finns någon annanstans.",
      },
      {
        id: "S12",
        what: "Åtkomstloggen är en kedja: varje ändring, strykning och avkapning upptäcks.",
        heldBy: ["test/anchor/*.test.ts", "test/casework/access-chain.test.ts", "test/store/access-log.test.ts"],
        notShown: "Ändringar samma dag, innan nattens ankare är skrivet, av någon med full makt över kontot.",
      },
      {
        id: "S13",
        what: "Filer känns igen på sitt innehåll, begränsas i storlek och visas aldrig direkt i webbläsaren.",
        heldBy: ["test/citizen/file-kind.test.ts", "test/citizen/answers.test.ts", "test/evidence/*.test.ts"],
        notShown: "Okänd skadlig kod. Staden ansluter sin egen genomsökning.",
      },
    ],
  },
  {
    title: "Går att använda",
    lines: [
      {
        id: "U1",
        what: "Varje sida och varje felläge klarar WCAG 2.2 AA enligt axe, går att använda med tangentbord, utan skript och i 320 punkters bredd.",
        heldBy: [
          "test/browser/pages.test.ts",
          "test/browser/staff-pages.test.ts",
          "test/browser/*keyboard.test.ts",
          "test/themes/*.test.ts",
        ],
        notShown: "Prövning av människor med funktionsnedsättning. axe hittar ungefär hälften av felen.",
      },
      {
        id: "U2",
        what: "Varje fel på varje sida har en egen mening på klarspråk.",
        heldBy: ["test/browser/errors-*.test.ts", "test/languages/*.test.ts", "test/forms/every-form.test.ts"],
        notShown: "Att alla förstår meningarna.",
      },
      {
        id: "U3",
        what: "Från start till kvitto på högst elva sidor, utan att känna till någon nämnd.",
        heldBy: ["test/browser/journey.test.ts", "test/browser/staff-journeys.test.ts"],
        notShown: "Hur lång tid en ovan person behöver.",
      },
      {
        id: "U4",
        what: "npm start på en tom dator: tjänsten svarar och säger vart man ska gå.",
        heldBy: ["test/local/restart.test.ts", "test/local/cannot-start.test.ts"],
        notShown: "Andra datorer än Linux (x64).",
      },
      {
        id: "U5",
        what: "Word öppnas utan lagning, pdf är PDF/UA-1, Excel har kolumner med rätt typ.",
        heldBy: ["test/report/*.test.ts"],
        notShown: "Utseendet i andra versioner av programmen.",
      },
      {
        id: "U6",
        what: "Driftsättning i ett riktigt konto är beskriven, varje inställning finns, och en som saknas ger en tydlig mening.",
        heldBy: ["test/infra/settings.test.ts", "test/infra/deploy.test.ts"],
        notShown: "En driftsättning hos Amazon är inte gjord här.",
      },
    ],
  },
];
