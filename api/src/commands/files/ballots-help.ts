/** The formats of files of ballots, for --help. */
export const importHelp = `
Pabulib (.pb, https://pabulib.org/format): approval, choose-1, cumulative, scoring and ordinal votes. An entry is named
by its project_id. With --create, ordinal votes are worth Borda points: the first place of k is worth k, where k is
max_length or, without one, the number of projects. Votes beyond the limits of META were counted where they were cast:
they are kept, and a warning tells how many.

CSV (.csv, UTF-8): a line per choice, with the columns
  voter    anything that tells voters apart
  entry    the entry's key, or else its number
  points   whole; may be missing where the rule gives the points
  cast_at  a day (2026-11-21) or an instant with its offset (2026-11-21T09:30:00+08:00); may be missing
What one voter chose on one day is one ballot, ranked in the order of the lines.

Ballots count as IMPORTED, with who entered them, whether or not voting is open. The same file entered again changes
nothing. stdout tells ballots, ballots already there, votes (choices), voters and entries, a number a line.

Exit code: 0 done; 1 the file was refused, and stderr lists why; 2 wrong use.`;

export const exportHelp = `
Voters are numbered by chance, times are days. Either file opens again with ballots import --create and gives the same
count; a CSV file knows only entries that somebody chose.`;
