import type { Area, Mark } from "../domain/yearly/yearly-review.ts";

interface AreaText {
  readonly number: number;
  readonly heading: string;
  readonly purpose: readonly string[];
  readonly assessment: string;
}

/** Chapters 3–8 of Stockholm's yearly report: the six areas that are always reported, in its own words. */
export const areaTexts = {
  records: {
    number: 3,
    heading: "Registerförteckning",
    purpose: [
      "Det följer i klartext av dataskyddsförordningen (artikel 30) att stadens alla förvaltningar och bolag måste inventera alla personuppgifter som behandlas, i fortsättningen kallat personuppgiftsbehandlingar, i verksamheten och dokumentera dem i en så kallad registerförteckning. När registerförteckningen är upprättad skapar den en intern synlighet och förståelse för personuppgiftsbehandlingar vilka finns och hur de hanteras. Registerförteckningen säkerställer att verksamheten beaktar att det ska finnas en laglig grund inom ramen för all personuppgiftsbehandling.",
    ],
    assessment: "DSO bedömning och rekommendationer",
  },
  policies: {
    number: 4,
    heading: "Styrdokument avseende dataskydd",
    purpose: [
      "Området syftar till att PUA bedriver ett systematiskt dataskyddsarbete och styr sina medarbetares hantering av personuppgifter. Genom styrdokument kommunicerar PUA till medarbetare i sin verksamhet om vad som gäller och vad som förväntas av medarbetarna i fråga om hantering av personuppgifter. Att styrdokument finns nedtecknade, beslutade och kommunicerade medför att medarbetaren får dataskyddsinformation och kan behålla kunskapen över tid och tillämpa den på ett konsekvent sätt. En röd tråd i dataskyddsförordningen är att viktiga arbetssätt och rutiner ska vara dokumenterade.",
    ],
    assessment: "DSO bedömning och rekommendationer",
  },
  measures: {
    number: 5,
    heading: "Tekniska och organisatoriska åtgärder för personuppgiftsbehandlingar",
    purpose: [
      "För att kunna skydda information (inklusive personuppgifter) med rätt slags skydd ska verksamheten informationsklassa sin information. Stadens riktlinjer för informationssäkerhet föreskriver att alla stadens informationstillgångar ska vara klassade med stöd av SKR:s verktyg KLASSA. Ansvaret för att informationsklassning genomförs ligger på den del av verksamheten som är informationsägare. En första kontrollpunkt måste därför vara om en informationsägare eller en informationsägarrepresentant med ansvar för klassning är identifierad i verksamheten.",
    ],
    assessment: "Bedömning och rekommendationer",
  },
  dpias: {
    number: 6,
    heading: "Konsekvensbedömningar",
    purpose: [
      "Syftet med risk- och konsekvensbedömningen är att förebygga risker innan de uppkommer, ta fram rutiner och åtgärder för att hantera eventuella risker och kunna visa att vi följer dataskyddsförordningens krav.",
    ],
    assessment: "Bedömning och rekommendationer",
  },
  rights: {
    number: 7,
    heading: "Individens rättigheter",
    purpose: [
      "Ett registerutdrag är en sammanställning över den registrerades personuppgifter som behandlas. Syftet med registerutdraget är att den registrerade ska få medvetenhet om att personuppgiftsbehandling sker och på vilken laglig grund. Individen har även rätt att begära begränsning av sin personuppgiftsbehandling och att invända mot personuppgiftsbehandlingen. När den personuppgiftsansvarige hanterar rättigheterna, ska informationen vara tydlig och i lättillgänglig form med användning av ett klart och tydligt språk.",
    ],
    assessment: "Bedömning och rekommendationer",
  },
  breaches: {
    number: 8,
    heading: "Personuppgiftsincidenter",
    purpose: [
      "Med begreppet personuppgiftsincident avses enligt dataskyddsförordningen (artikel 4.12) ”en säkerhetsincident som leder till oavsiktlig eller olaglig förstöring, förlust eller ändring eller till obehörigt röjande av eller obehörig åtkomst till de personuppgifter som överförts, lagrats eller på annat sätt behandlats.” Incidenthanteringen består av två huvudsakliga moment – dokumentering respektive rapportering. Rapporteringsskyldighet gäller som huvudregel för alla personuppgiftsincidenter.",
    ],
    assessment: "DSO bedömer och rekommenderar",
  },
} as const satisfies Readonly<Record<Area, AreaText>>;

/** The scale of the report, most serious first. */
export const scaleTexts: Readonly<Record<Mark, string>> = {
  red: "Allvarliga brister identifierade som omgående kräver insatser av ledning och/eller övriga verksamheten",
  orange: "Brister identifierade som bedöms vara omfattande och/eller kräva omgående åtgärder",
  yellow: "Brister identifierade som bör åtgärdas men ej bedöms vara brådskande, omfattande eller allvarliga",
  green: "Inga brister av nämnvärd betydelse identifierade",
};

/** The name of each step's colour, since a colour alone says nothing to those who do not see it. */
export const markNames: Readonly<Record<Mark, string>> = {
  red: "Röd",
  orange: "Orange",
  yellow: "Gul",
  green: "Grön",
};
