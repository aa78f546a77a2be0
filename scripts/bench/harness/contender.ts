/** One thing that is measured, ready to run in its own process. */
export interface Task {
  /** One operation. A returned promise is awaited; concurrency is the harness's affair. */
  once(): unknown;
  /** Releases what the task holds (sockets, servers) before its process ends. */
  stop?(): void | Promise<void>;
}

/**
 * Prepares one contender in its own process. A module of contenders exports `contenders: Contenders`.
 * `input` is what the measurement was given, as JSON: the address of a server, a payload, a key. Only the module and the
 * bench that measures it know what it is.
 */
export type Contender<Input = never> = (input: Input) => Task | Promise<Task>;

/** The export that the harness looks for in a module of contenders. */
export type Contenders = Readonly<Record<string, Contender>>;

/** What one process measured in one round. */
export interface Sample {
  /** Wall time per operation, in microseconds. */
  wallUs: number;
  /** Processor time of the whole process per operation, in microseconds. */
  cpuUs: number;
  /** Resident memory at the end of the round, in megabytes. */
  rssMb: number;
}
