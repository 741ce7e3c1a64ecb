import type { ComponentChildren } from "preact";
import type { CivilDate } from "../../domain/civil-date.ts";
import { dateInWords } from "../../domain/date-in-words.ts";
import type { Instant } from "../../domain/instant.ts";
import { formatReference } from "../../domain/reference.ts";
import { staffAddresses } from "./staff-addresses.ts";
import { type Place, type StaffFrame, staffPage } from "./staff-layout.tsx";
import { soonInWords } from "./time-words.ts";

const receipt = (
  frame: StaffFrame,
  {
    place,
    title,
    reference,
    children,
  }: { place: Place; title: string; reference: string; children: ComponentChildren },
): string =>
  staffPage({
    frame,
    title,
    place,
    children: (
      <>
        <div class="govuk-panel govuk-panel--confirmation">
          <h1 class="govuk-panel__title">{title}</h1>
          <div class="govuk-panel__body">
            Nummer
            <br />
            <strong class="intag-nowrap">{formatReference(reference)}</strong>
          </div>
        </div>
        {children}
        <p class="govuk-body">
          <a class="govuk-link" href={staffAddresses.cases}>
            Till ärendena
          </a>
        </p>
      </>
    ),
  });

/** A report has been received: its number, when the 72 hours run out, and what must not be done now. */
export const incidentReceiptPage = (
  frame: StaffFrame,
  { reference, dueAt, drill }: { readonly reference: string; readonly dueAt: Instant; readonly drill: boolean },
): string =>
  receipt(frame, {
    place: "incident",
    title: drill ? "Övningen är mottagen" : "Anmälan är mottagen",
    reference,
    children: (
      <>
        <p class="govuk-body">
          72-timmarsfristen går ut <strong>{soonInWords(dueAt)}</strong>.
        </p>
        <p class="govuk-body">
          <strong>Spara bevis: radera inget.</strong>
        </p>
        <p class="govuk-body">
          Dataskyddsombudet, säkerhetssamordnaren och ansvarig chef har fått besked. Får du veta mer?{" "}
          <a class="govuk-link" href={staffAddresses.case(reference)}>
            Fyll på anmälan
          </a>
          .
        </p>
      </>
    ),
  });

/** A question has been received. */
export const consultationReceiptPage = (frame: StaffFrame, { reference }: { readonly reference: string }): string =>
  receipt(frame, {
    place: "question",
    title: "Frågan är skickad",
    reference,
    children: <p class="govuk-body">Dataskyddsombudet svarar dig.</p>,
  });

/** A request has been registered: who answers it, and by when. */
export const registrationReceiptPage = (
  frame: StaffFrame,
  view: {
    readonly reference: string;
    readonly dueOn: CivilDate;
    readonly recipients: readonly string[];
    readonly isTriage: boolean;
    /** It is about somebody with a protected identity, so whoever registered it may not see it again. */
    readonly isProtected: boolean;
  },
): string =>
  receipt(frame, {
    place: "registration",
    title: "Begäran är registrerad",
    reference: view.reference,
    children: (
      <>
        <p class="govuk-body">
          Svar senast <strong class="intag-nowrap">{dateInWords(view.dueOn, "sv")}</strong>.
        </p>
        {view.recipients.length > 0 && (
          <>
            <h2 class="govuk-heading-m">De här svarar</h2>
            <ul class="govuk-list govuk-list--bullet">
              {view.recipients.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          </>
        )}
        {view.isTriage && <p class="govuk-body">En del fördelar dataskyddsombudet.</p>}
        {view.isProtected && (
          <p class="govuk-inset-text">
            Personen har skyddade personuppgifter. Bara dataskyddsombudet och de som har särskild behörighet ser
            ärendet. Lägg inget om personen någon annanstans.
          </p>
        )}
      </>
    ),
  });
