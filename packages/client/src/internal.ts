// For the other packages of wisekit: of no use to others, and not held to by any version.
export {
  cursorSteps,
  dateWindowSteps,
  lastIdSteps,
  offsetSteps,
  type PagePosition,
  type PageSteps,
  pageNumberSteps,
  stepFrom,
} from "./call/page-steps.ts";
export { walkPages } from "./call/pages.ts";
export { formBody, multipartBody, textBody } from "./request/request-body.ts";
export { createWiseFile } from "./response/wise-file.ts";
