import type { Role } from "../../domain/casework/case-history.ts";
import { menuOf, type Place, type StaffFrame, staffPage } from "./staff-layout.tsx";

const about: Readonly<Record<Place, Readonly<Record<Role, string>>>> = {
  cases: {
    employee: "De incidenter du har anmält och de frågor du har ställt.",
    manager: "Incidenterna i din verksamhet, och åtgärderna efter dem.",
    coordinator: "Din nämnds begäranden, incidenter och frågor, kortast tid kvar först.",
    dpo: "Hela stadens ärenden, och det som ska fördelas.",
    security: "Stadens incidenter.",
    central: "",
  },
  incident: forAll("Har uppgifter hamnat fel, försvunnit eller ändrats? Anmäl direkt, även om du inte vet allt."),
  question: forAll("Fråga innan ni börjar behandla personuppgifter på ett nytt sätt."),
  registration: forAll("En begäran som kom i ett brev, i e-post, på telefon eller vid ett besök."),
  statistics: {
    ...forAll("Årets begäranden, incidenter och frågor i siffror, med året före bredvid."),
    dpo: "Årets siffror för staden och varje nämnd, årsrapporten och tidigare år.",
    coordinator: "Din nämnds begäranden, incidenter och frågor i siffror, med året före bredvid.",
  },
  review: {
    ...forAll("Nämndens svar om registerförteckning, styrdokument, åtgärder och konsekvensbedömningar."),
    dpo: "Nämndernas svar, din bedömning och dina rekommendationer.",
  },
};

function forAll(text: string): Readonly<Record<Role, string>> {
  return { employee: text, manager: text, coordinator: text, dpo: text, security: text, central: text };
}

/** Where everybody who signs in comes first: what their role can do here. */
export const staffStartPage = (frame: StaffFrame): string =>
  staffPage({
    frame,
    title: "Dataskydd för medarbetare",
    children: (
      <>
        <h1 class="govuk-heading-l">Dataskydd för medarbetare</h1>
        <ul class="govuk-list govuk-list--spaced">
          {menuOf(frame.user.role).map(({ id, label, href }) => (
            <li key={id}>
              <strong>
                <a class="govuk-link" href={href}>
                  {label}
                </a>
              </strong>
              <span class="intag-line">{about[id][frame.user.role]}</span>
            </li>
          ))}
        </ul>
      </>
    ),
  });
