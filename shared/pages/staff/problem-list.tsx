const number = new Intl.NumberFormat("sv-SE");

/** What is wrong in the rows of a list that was pasted: as many as are told of, and how many there are. */
export const Problems = ({
  problems,
  problemCount,
}: {
  readonly problems: readonly string[];
  readonly problemCount: number;
}) =>
  problems.length === 0 ? null : (
    <section aria-labelledby="fel">
      <h2 class="govuk-heading-m" id="fel">
        {problemCount === 1 ? "En sak behöver rättas" : `${number.format(problemCount)} saker behöver rättas`}
      </h2>
      <p class="govuk-body">Inget är inläst. Rätta i listan och försök igen. Rubrikerna är rad 1.</p>
      <ul class="govuk-list govuk-list--bullet">
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
      {problemCount > problems.length && (
        <p class="govuk-body">Och {number.format(problemCount - problems.length)} till.</p>
      )}
    </section>
  );
