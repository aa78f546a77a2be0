import type { PaginationModel } from "./model.ts";

/** The function of the client for each style of pages: one each, so that a bundle holds the styles that it uses. */
export const pageStepsNames: { readonly [Style in PaginationModel["style"]]: string } = {
  "page-number": "pageNumberSteps",
  offset: "offsetSteps",
  cursor: "cursorSteps",
  "last-id": "lastIdSteps",
  "date-window": "dateWindowSteps",
};
