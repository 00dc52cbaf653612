/** What turns the camera on again in the middle of a workout that has lost it. */

import { make, show } from "../dom.ts";

export class Offer {
  readonly element: HTMLButtonElement;
  private isLost = false;

  constructor(text: string, press: () => void) {
    this.element = make("button", { class: "button button-quiet coach-offer", type: "button", hidden: true, press }, text);
  }

  /** `isLost`: the camera went while the workout ran. */
  tell(isLost: boolean): void {
    this.isLost = isLost;
  }

  /** Shown only where a camera could do something. */
  update(isOfUse: boolean): void {
    show(this.element, this.isLost && isOfUse);
  }
}
