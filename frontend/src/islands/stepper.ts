/** Plus and minus beside a number: `<div data-stepper>` with buttons that say `data-step`. */

export function startSteppers(page: ParentNode = document): void {
  for (const host of page.querySelectorAll<HTMLElement>("[data-stepper]:not([data-ready])")) {
    const field = host.querySelector<HTMLInputElement>('input[type="number"]');
    if (field === null) continue;
    host.dataset["ready"] = "yes";
    for (const button of host.querySelectorAll<HTMLButtonElement>("[data-step]")) {
      button.hidden = false;
      button.addEventListener("click", () => step(field, Number(button.dataset["step"])));
    }
  }
}

function step(field: HTMLInputElement, by: number): void {
  if (by > 0) field.stepUp();
  else field.stepDown();
  field.dispatchEvent(new Event("change", { bubbles: true }));
}
