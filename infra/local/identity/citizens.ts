const claim = (name: string) => `https://id.oidc.se/claim/${name}`;
const level = (loa: number) => `http://id.elegnamnden.se/loa/1.0/loa${loa}`;

/** An invented citizen with one of Skatteverket's official test numbers. */
export interface Citizen {
  readonly sub: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly number: string;
  /** Of a samordningsnummer: how sure it is whose it is (lag 2022:1697). */
  readonly numberLevel?: "confirmed" | "probable" | "uncertain";
  /** Tillitsnivå of the e-legitimation. */
  readonly loa: number;
}

/** Whom the page offers. */
export const citizens: readonly Citizen[] = [
  { sub: "citizen.1", givenName: "Exempel", familyName: "Exempelsson", number: "199001012385", loa: 3 },
  { sub: "citizen.2", givenName: "Teodora", familyName: "Testsson", number: "202002292387", loa: 3 },
  { sub: "citizen.3", givenName: "Gunborg", familyName: "Gammelsson", number: "189001019802", loa: 4 },
  {
    sub: "citizen.4",
    givenName: "Sam",
    familyName: "Ordning",
    number: "191500722390",
    numberLevel: "confirmed",
    loa: 3,
  },
  {
    sub: "citizen.5",
    givenName: "Ossian",
    familyName: "Osäker",
    number: "192004912388",
    numberLevel: "probable",
    loa: 3,
  },
  { sub: "citizen.6", givenName: "Lova", familyName: "Lågnivå", number: "189202299815", loa: 2 },
];

export const citizenOf = (sub: string): Citizen | undefined => citizens.find((citizen) => citizen.sub === sub);
export const levelOf = ({ loa }: Citizen): string => level(loa);

/** What the ID token itself tells. */
export const numberClaims = [
  claim("personalIdentityNumber"),
  claim("coordinationNumber"),
  claim("coordinationNumberLevel"),
  claim("authnProvider"),
];

/** What the broker says of somebody, in the names of OIDC Sweden. */
export const claimsOf = ({ givenName, familyName, number, numberLevel }: Citizen) => ({
  name: `${givenName} ${familyName}`,
  given_name: givenName,
  family_name: familyName,
  ...(numberLevel === undefined
    ? { [claim("personalIdentityNumber")]: number }
    : { [claim("coordinationNumber")]: number, [claim("coordinationNumberLevel")]: numberLevel }),
  [claim("authnProvider")]: "https://eid.intag.example/local",
});
