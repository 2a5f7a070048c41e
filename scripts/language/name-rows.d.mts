/** What `names.py` tells, a row for each module and each class; `run` runs a program and gives what it printed. */
export function nameRows(file: string, run: (source: string) => Promise<string>): Promise<object[]>;
