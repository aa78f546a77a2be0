import type { MockClock } from "../clock.ts";
import type { ContractFacts } from "../contract/facts.ts";
import type { ContractRules } from "../contract/rules.ts";
import type { KeyWrap } from "../handshake/jwe.ts";
import type { Jwk } from "../handshake/rsa-key.ts";
import type { RandomStreams } from "../random.ts";
import type { ViewCard } from "./card-view.ts";
import type { MockState } from "./state.ts";

/** The settings that can change while a mock runs. */
export interface MockSettings {
  /** Whether profiles that are under strong customer authentication are challenged. */
  sca: boolean;
  /** Whether bearer and refresh tokens that the mock does not know are rejected. */
  knownTokensOnly: boolean;
  /** Which of the two documented forms responses with card data have. */
  cardDataResponseFormat: "jwe" | "json";
  /** Whether the nonce of a response with card data is the mock's own, or that of the request. */
  cardDataNonce: "own" | "echo";
  /** Which wraps are accepted. */
  keyWraps: readonly KeyWrap[];
}

/** What handlers and the engine's rules work on. */
export interface MockContext {
  readonly state: MockState;
  readonly clock: MockClock;
  readonly random: RandomStreams;
  readonly rules: ContractRules;
  /** Which headers carry what every response tells. */
  readonly facts: ContractFacts;
  readonly settings: MockSettings;
  readonly viewCard: ViewCard;
  /** The key that the mock starts with; made on first use, or given. */
  readonly firstKey: () => Promise<Jwk>;
}
