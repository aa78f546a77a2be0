// Generated from spec/ by `pnpm generate` (scripts/generate/emit-mock.ts); edit the contract instead.


/** The `operationId` of each operation, by its SDK name; in a dated version of the API behind the version. */
export interface OperationIds {
  "cards.list": "cardList";
  "cards.get": "cardGet";
  "cards.updateStatus": "cardStatusUpdate";
  "cards.resetPinCount": "cardPinCountReset";
  "cards.updatePhoneNumber": "cardPhoneNumberUpdate";
  "permissions.list": "cardPermissionsGet";
  "permissions.update": "cardPermissionsUpdate";
  "permissions.updateMany": "cardPermissionsBulkUpdate";
  "spendingLimits.list": "cardSpendingLimitsGet";
  "spendingLimits.set": "cardSpendingLimitsUpdate";
  "spendingLimits.remove": "cardSpendingLimitsDelete";
  "spendingLimits.listForProfile": "spendControlsProfileLimitsGet";
  "cardData.encryptionKey": "cardEncryptionKeyGet";
  "cardData.details": "cardSensitiveDetailsGet";
  "cardData.pin": "cardPinGet";
  "sca.status": "ottStatusGet";
  "sca.triggerSms": "ottSmsTrigger";
  "sca.verifySms": "ottSmsVerify";
  "sca.triggerWhatsapp": "ottWhatsappTrigger";
  "sca.verifyWhatsapp": "ottWhatsappVerify";
  "sca.triggerVoice": "ottVoiceTrigger";
  "sca.verifyVoice": "ottVoiceVerify";
  "oauth.token": "oauthToken";
}
