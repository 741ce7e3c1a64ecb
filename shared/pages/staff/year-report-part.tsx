import { safeHref } from "../addresses.ts";
import { Part } from "./parts.tsx";
import { yearAddresses } from "./year-addresses.ts";
import type { ShownReport, StatisticsView } from "./year-view.ts";

const Compile = ({
  report: { compiledAt, compileKey },
  view: { year, unit },
  csrf,
}: {
  readonly report: ShownReport;
  readonly view: Pick<StatisticsView, "year" | "unit">;
  readonly csrf: string;
}) => (
  <form method="post" action={yearAddresses.compile(year)} data-send-once>
    <input type="hidden" name="csrf" value={csrf} />
    <input type="hidden" name="key" value={compileKey} />
    <input type="hidden" name="unit" value={unit ?? ""} />
    <button class={`govuk-button${compiledAt === null ? "" : " govuk-button--secondary"}`} type="submit">
      Sammanställ nu
    </button>
  </form>
);

const whyNot = {
  "year-not-ended": "Årets siffror kan låsas när året är slut.",
  "not-compiled": "Sammanställ året först. Sedan kan du låsa siffrorna.",
} as const;

/** For the DPO: the files of the report, compiling it anew, and locking the year. */
export const YearReport = ({
  report,
  view,
  csrf,
}: {
  readonly report: ShownReport;
  readonly view: StatisticsView;
  readonly csrf: string;
}) => {
  const { compiledAt, files, notLockable } = report;
  const { year, lockedAt } = view;
  return (
    <>
      <Part id="arsrapport" heading="Hämta årsrapporten">
        {compiledAt === null ? (
          <p class="govuk-body">
            {year} är inte sammanställt än. Det görs av sig självt den 2 januari, och när du vill.
          </p>
        ) : (
          <>
            <p class="govuk-body">
              Sammanställd {compiledAt}. Avser: {view.unitName}. Länkarna gäller i en minut från att du klickar.
            </p>
            {files.length === 0 && (
              <p class="govuk-body">Nämnden hade inget att redovisa när året sammanställdes, så den har inga filer.</p>
            )}
            <ul class="govuk-list govuk-list--spaced">
              {files.map(({ label, size, href }) => (
                <li key={href}>
                  <a class="govuk-link" href={safeHref(href)}>
                    {label}
                  </a>{" "}
                  ({size})
                </li>
              ))}
            </ul>
            <p class="govuk-body">Har något ändrats i ärendena eller i årsuppföljningen? Sammanställ på nytt.</p>
          </>
        )}
        <Compile report={report} view={view} csrf={csrf} />
      </Part>
      {lockedAt === null && (
        <Part id="las" heading="Lås årets siffror">
          <p class="govuk-body">När du låser sparas siffrorna som de är i dag. Senare ändringar syns som rättelser.</p>
          {notLockable === null ? (
            <a class="govuk-button govuk-button--secondary" href={yearAddresses.lock(year)} draggable={false}>
              Lås årets siffror
            </a>
          ) : (
            <p class="govuk-body">{whyNot[notLockable]}</p>
          )}
        </Part>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={yearAddresses.history}>
          Läs in siffror från tidigare år
        </a>
      </p>
    </>
  );
};
