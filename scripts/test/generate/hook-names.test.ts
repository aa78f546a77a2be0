import { describe, expect, it } from "vitest";
import { hookName, infiniteHookName } from "../../generate/hook-names.ts";
import type { OperationModel } from "../../generate/model.ts";
import { smallContract } from "./support/small-contract.ts";

/** A read by each of these SDK names. */
function reads(...sdkNames: string[]): string {
  return sdkNames
    .map(
      (sdkName, index) => `
/reads/${index}:
  get:
    operationId: read${index}
    tags: [things]
    summary: Read
    x-sdk-name: ${sdkName}
    x-retry: read
    x-pagination: none
    responses: { "200": { description: It., content: { application/json: { schema: { type: string } } } } }
`,
    )
    .join("");
}

const named = (sdkName: string, isRead: boolean) => {
  const [resource, method] = sdkName.split(".");
  return { resource, method, isRead } as OperationModel;
};

describe("a hook is called", async () => {
  const model = await smallContract({
    paths: reads("addresses.list", "staff.list"),
    root: "x-resources: { addresses: { singular: address }, staff: { singular: staffMember, plural: staffMembers } }",
  });

  it.each([
    ["cards.list", true, "useCards"],
    ["cards.get", true, "useCard"],
    ["cards.search", true, "useCardSearch"],
    ["spendingLimits.listForProfile", true, "useSpendingLimitsForProfile"],
    ["currencies.get", true, "useCurrency"],
    ["addresses.list", true, "useAddresses"],
    ["addresses.get", true, "useAddress"],
    ["staff.list", true, "useStaffMembers"],
    ["staff.get", true, "useStaffMember"],
    ["cards.updateStatus", false, "useUpdateCardStatus"],
    ["permissions.updateMany", false, "useUpdatePermissions"],
    ["addresses.create", false, "useCreateAddress"],
    ["addresses.search", false, "useSearchAddress"],
  ])("of %s, a read: %s, %s", (sdkName, isRead, name) => {
    expect(hookName(model, named(sdkName, isRead))).toBe(name);
  });

  it("the same with Infinite for all pages", () => {
    expect(infiniteHookName(model, named("addresses.list", true))).toBe("useInfiniteAddresses");
  });
});

describe("generation stops on a name in @wisekit/react", () => {
  it("that two operations would have", async () => {
    await expect(smallContract({ paths: reads("things.list", "thing.list") })).rejects.toThrow(
      "thing and things are both thing in the singular; say otherwise in x-resources",
    );
  });

  it("of two hooks of one resource", async () => {
    await expect(smallContract({ paths: reads("staff.list", "staff.get") })).rejects.toThrow(
      "staff.get would have the name useStaff in @wisekit/react, which staff.list has",
    );
  });

  it("of a schema that generated code imports something else by", async () => {
    const schemas = "SkipToken: { type: object }\n";
    await expect(smallContract({ schemas, paths: reads("things.list") })).rejects.toThrow(
      "the schema SkipToken has a name that @wisekit/react uses for something else",
    );
  });

  it("of the type of data that has no name in the contract, if a schema has it", async () => {
    const schemas = "ThingsListData: { type: object }\n";
    await expect(smallContract({ schemas, paths: reads("things.list") })).rejects.toThrow(
      "things.list would have the name ThingsListData in @wisekit/react, which a schema has",
    );
  });

  it("that hand-written code has", async () => {
    await expect(smallContract({ paths: reads("wise.get") })).rejects.toThrow(
      "wise.get would have the name useWise in @wisekit/react, which hand-written code has",
    );
    await expect(smallContract({ paths: reads("cards.reveal") })).rejects.toThrow("useCardReveal");
  });

  it("unless the contract says how things are called", async () => {
    const root = "x-resources: { staff: { singular: staffMember }, thing: { singular: singleThing } }";
    await expect(
      smallContract({ root, paths: reads("staff.list", "staff.get", "things.list", "thing.get") }),
    ).resolves.toBeDefined();
  });
});
