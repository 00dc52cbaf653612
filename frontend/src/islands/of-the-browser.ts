/** What only the browser knows or can do: its time zone for a form that asks for it, and printing. */

export function startOfTheBrowser(page: ParentNode = document): void {
  for (const field of page.querySelectorAll<HTMLInputElement>("input[data-time-zone]")) {
    field.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
  }
  for (const button of page.querySelectorAll<HTMLButtonElement>("button[data-print]:not([data-ready])")) {
    button.dataset["ready"] = "yes";
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}
