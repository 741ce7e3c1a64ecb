import { type CaseKind, isEnded } from "../../domain/casework/case-file.ts";
import { formatReference } from "../../domain/reference.ts";
import { safeHref } from "../addresses.ts";
import { ErrorSummary, Select, TextInput } from "../fields.tsx";
import { kindWords, statusWord } from "./code-words.ts";
import { StackedTable, TimeTag } from "./parts.tsx";
import { type QueueFilter, queueAddress, statusesOf, typedReference } from "./queue-filter.ts";
import { staffAddresses } from "./staff-addresses.ts";
import { type StaffFrame, staffPage } from "./staff-layout.tsx";
import { timeLeft } from "./time-words.ts";

/** A case as the list shows it: codes and dates, nothing that anybody wrote. */
export interface QueueRow {
  readonly reference: string;
  readonly kind: CaseKind;
  readonly unit: string | null;
  readonly status: string;
  readonly due: string | null;
  readonly assignee: string | null;
  readonly drill: boolean;
}

export interface QueueView {
  readonly filter: QueueFilter;
  readonly items: readonly QueueRow[];
  /** Where the next page begins; null at the end. */
  readonly next: string | null;
  /** The units this person may choose among, by name. */
  readonly units: readonly { readonly id: string; readonly name: string }[];
  /** The name of any unit, also of one that is no longer there. */
  readonly unitName: (unit: string) => string;
  /** Colleagues' names by their `sub`, as far as they are known. */
  readonly names: ReadonlyMap<string, string>;
  /** Something has just been done to a case that then went out of this person's sight. */
  readonly isMovedAway: boolean;
}

const any = { value: "", label: "Alla" };

const Filter = ({ filter, units }: Pick<QueueView, "filter" | "units">) => {
  const isNoNumber = filter.reference !== "" && typedReference(filter) === undefined;
  return (
    <form method="get" action={staffAddresses.cases} class="intag-filter">
      <Select
        language="sv"
        id="kind"
        name="kind"
        label="Typ"
        chosen={filter.kind ?? ""}
        choices={[any, ...Object.entries(kindWords).map(([value, label]) => ({ value, label }))]}
      />
      <Select
        language="sv"
        id="assignee"
        name="assignee"
        label="Handläggare"
        chosen={filter.assignee}
        choices={[
          { value: "all", label: "Alla" },
          { value: "mine", label: "Mina" },
          { value: "none", label: "Inte tilldelade" },
        ]}
      />
      {units.length > 1 && (
        <Select
          language="sv"
          id="unit"
          name="unit"
          label="Nämnd"
          chosen={filter.unit ?? ""}
          choices={[any, ...units.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      )}
      <Select
        language="sv"
        id="status"
        name="status"
        label="Läge"
        chosen={filter.status ?? ""}
        choices={[{ value: "", label: "Alla pågående" }, ...statusesOf(filter.kind)]}
      />
      <TextInput
        id="reference"
        name="reference"
        label="Ärendenummer"
        language="sv"
        width="20"
        value={filter.reference}
        error={isNoNumber ? noNumber : undefined}
      />
      <button class="govuk-button govuk-button--secondary" type="submit">
        Visa
      </button>
    </form>
  );
};

const noNumber = "Skriv ärendenumret som det står i ärendet, till exempel 7K3M-9Q2X-4TBHP-1";

const captionOf = ({ items, next, filter }: Pick<QueueView, "items" | "next" | "filter">): string =>
  next === null && filter.cursor === null
    ? `${items.length} ${items.length === 1 ? "ärende" : "ärenden"}, kortast tid kvar först`
    : `${items.length} ärenden på den här sidan, kortast tid kvar först`;

/** The cases somebody may see, most urgent first. */
export function queuePage(frame: StaffFrame, view: QueueView): string {
  const { filter, items, next, units, unitName, names } = view;
  const isFiltered = queueAddress(filter) !== staffAddresses.cases;
  const isNoNumber = filter.reference !== "" && typedReference(filter) === undefined;
  const nameOf = (sub: string | null): string => {
    if (sub === null) return "Ingen";
    return sub === frame.user.sub ? "Du" : (names.get(sub) ?? "En kollega");
  };
  return staffPage({
    frame,
    title: "Ärenden",
    place: "cases",
    wide: true,
    hasErrors: isNoNumber,
    children: (
      <>
        <ErrorSummary errors={isNoNumber ? [{ input: "reference", message: noNumber }] : []} language="sv" />
        {view.isMovedAway && (
          <div class="govuk-inset-text intag-done" role="status">
            Sparat. Ärendet har gått vidare och syns inte längre för dig.
          </div>
        )}
        <h1 class="govuk-heading-l">Ärenden</h1>
        <Filter filter={filter} units={units} />
        {items.length === 0 ? (
          <p class="govuk-body">
            {isFiltered ? "Inga ärenden passar filtret." : "Det finns inga ärenden just nu."}{" "}
            {isFiltered && (
              <a class="govuk-link" href={staffAddresses.cases}>
                Visa alla
              </a>
            )}
          </p>
        ) : (
          <StackedTable
            caption={captionOf(view)}
            columns={["Ärende", "Typ", "Nämnd", "Tid kvar", "Läge", "Handläggare"]}
            rows={items.map((item) => ({
              key: item.reference,
              cells: [
                <a class="govuk-link intag-nowrap" href={staffAddresses.case(item.reference)} key="case">
                  {formatReference(item.reference)}
                </a>,
                item.drill ? (
                  <>
                    {kindWords[item.kind]} <strong class="govuk-tag govuk-tag--purple">Övning</strong>
                  </>
                ) : (
                  kindWords[item.kind]
                ),
                item.unit === null ? "Ingen än" : unitName(item.unit),
                <TimeTag left={timeLeft(item.due, frame.now)} isEnded={isEnded(item)} key="left" />,
                statusWord(item.kind, item.status),
                nameOf(item.assignee),
              ],
            }))}
          />
        )}
        {(next !== null || filter.cursor !== null) && (
          <nav class="intag-paging" aria-label="Fler ärenden">
            {filter.cursor !== null && (
              <a class="govuk-link" href={safeHref(queueAddress({ ...filter, cursor: null }))}>
                Till de mest brådskande
              </a>
            )}
            {next !== null && (
              <a class="govuk-link" rel="next" href={safeHref(queueAddress({ ...filter, cursor: next }))}>
                Nästa sida
              </a>
            )}
          </nav>
        )}
      </>
    ),
  });
}
