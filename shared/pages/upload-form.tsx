/** Where a browser sends a file, with the fields that let it: the store itself takes it in and sends the browser back. */
export interface UploadTarget {
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
  /** The largest file that is let through. */
  readonly mostBytes: number;
}

/** What is said of a file before it is sent, where a script runs: the store that takes it in has no words of ours. */
export interface FileWords {
  /** `{n}` becomes its size in millions of bytes. */
  readonly tooLarge: string;
  readonly missing: string;
}

/** One file, sent straight to where files are kept; `accept` names the endings the browser offers. */
export const UploadForm = ({
  upload,
  label,
  hint,
  words,
  accept,
  button,
}: {
  readonly upload: UploadTarget;
  readonly label: string;
  readonly hint: string;
  readonly words: FileWords;
  readonly accept: string;
  readonly button: string;
}) => (
  <form method="post" action={upload.action} encType="multipart/form-data">
    {Object.entries(upload.fields).map(([name, value]) => (
      <input type="hidden" name={name} value={value} key={name} />
    ))}
    <div class="govuk-form-group">
      <label class="govuk-label" for="file">
        {label}
      </label>
      <div id="file-hint" class="govuk-hint">
        {hint}
      </div>
      <input
        class="govuk-file-upload"
        id="file"
        name="file"
        type="file"
        required
        accept={accept}
        aria-describedby="file-hint"
        data-most-bytes={upload.mostBytes}
        data-too-large={words.tooLarge}
        data-missing={words.missing}
      />
    </div>
    <button class="govuk-button" type="submit">
      {button}
    </button>
  </form>
);
