import { queryOptions } from "@tanstack/react-query";

/** A profile of the user, as our own back end lists it. */
export interface Profile {
  readonly id: number;
  readonly name: string;
}

/** The user's profiles: not an operation of Wise, but of this back end. */
export const profilesQuery = queryOptions({
  queryKey: ["profiles"],
  queryFn: async ({ signal }): Promise<readonly Profile[]> => {
    const response = await fetch("/profiles", { signal });
    if (!response.ok) throw new Error(`GET /profiles failed with ${response.status}`);
    return (await response.json()) as readonly Profile[];
  },
  staleTime: Number.POSITIVE_INFINITY,
});
