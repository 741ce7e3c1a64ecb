const identityNumber = /(\d{8}-\d{4})/;

/** A text in which identity numbers never break over lines. The hyphen stays an ordinary one, so that it can be copied. */
export const Unbroken = ({ text }: { readonly text: string }) => (
  <>
    {identityNumber.test(text)
      ? text.split(identityNumber).map((part) =>
          identityNumber.test(part) ? (
            <span class="intag-nowrap" key={part}>
              {part}
            </span>
          ) : (
            part
          ),
        )
      : text}
  </>
);
