/** The questions before a workout, and again when something hurts: who may go on, and what is written down. */

import type { Answer } from "../entry.ts";
import type { Question } from "../script.ts";
import type { Asked } from "./state.ts";

type AskedOf = Readonly<Record<string, Asked>>;

/** What a person said in the end; null while the question, or its follow-up, is open. */
export function said(question: Question, asked: AskedOf): Answer | null {
  const so_far = asked[question.finding];
  if (so_far === undefined) return null;
  return so_far.first === "unsure" && question.follow_up !== null ? so_far.follow : so_far.first;
}

/** Whether an answer keeps a person from starting. "Not sure" does, once nothing more is asked about it. */
export function worries(question: Question, asked: AskedOf): boolean {
  const answer = said(question, asked);
  return answer !== null && (answer === "unsure" || answer === question.worrying);
}

/** The answers with one more: to the follow-up while that is what stands open, else to the question itself. */
export function answered(question: Question, asked: AskedOf, answer: Answer, follow: boolean): AskedOf {
  const before = asked[question.finding];
  const next: Asked = follow && before !== undefined ? { ...before, follow: answer } : { first: answer, follow: null };
  return { ...asked, [question.finding]: next };
}

/** Whether one tap may say "no" to all that is open: nothing worries, and "no" would worry nowhere. */
export function mayDenyTheRest(questions: readonly Question[], asked: AskedOf): boolean {
  const open = questions.filter((question) => said(question, asked) === null);
  const told = questions.some((question) => worries(question, asked));
  return (
    open.length > 0 && !told && open.every((question) => question.worrying === "yes" && !(question.finding in asked))
  );
}

/** The answers with "no" to exactly those questions that were open. */
export function restDenied(questions: readonly Question[], asked: AskedOf): AskedOf {
  const open = questions.filter((question) => !(question.finding in asked));
  return { ...asked, ...Object.fromEntries(open.map(({ finding }) => [finding, { first: "no", follow: null }])) };
}

/** Whether the screen says enough to go on: all is answered, or something worries. */
export function isDecided(questions: readonly Question[], asked: AskedOf): boolean {
  const worrying = questions.some((question) => worries(question, asked));
  return worrying || questions.every((question) => said(question, asked) !== null);
}

/** The findings to write down: only what was answered, for a missing answer is no "no". */
export function findings(questions: readonly Question[], asked: AskedOf): Record<string, Answer> {
  const given = questions.flatMap((question) => {
    const answer = said(question, asked) ?? asked[question.finding]?.first ?? null;
    return answer === null ? [] : [[question.finding, answer] as const];
  });
  return Object.fromEntries(given);
}
