/** The page of ten cards that every contender of the client's benchmarks asks for, under the names that each one expects. */
export function cardPage(path: string): string {
  const cards = Array.from({ length: 10 }, (_, index) => ({
    token: `ca0c8154-1e14-4464-a1ce-dcea7dc3de5${index}`,
    profileId: 123456,
    clientId: "wise_api_docs",
    status: { value: "ACTIVE" },
    cardHolderName: "John Smith",
    expiryDate: "2028-05-31T00:00:00Z",
    lastFourDigits: "6320",
    bankIdentificationNumber: "459661",
    phoneNumber: "+441234567890",
    cardProgram: { name: "VISA_DEBIT_BUSINESS_UK_1", scheme: "VISA", defaultCurrency: "GBP", cardType: "VIRTUAL" },
    unlockSpendingPermissions: "WITH_PARTNER_API",
    creationTime: "2022-05-31T01:43:24.596321434Z",
    modificationTime: "2022-05-31T01:43:24.596321825Z",
  }));
  return JSON.stringify(path.startsWith("/v3/spend") ? { cards, totalCount: 10 } : { data: cards, has_more: false });
}
