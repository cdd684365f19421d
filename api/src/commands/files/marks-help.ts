/** The formats of files of marks, for --help. */
export const marksImportHelp = `
Both files are CSV (UTF-8) with a header; columns may stand in any order, others are passed over.
  criteria  category, criterion, factor: what a panel score is multiplied by, or, under --scale percent, its weight
  marks     category, entry, judge, criterion, score: a line a mark; an empty score means that the judge gave none
An entry is named by its key, else by its number; a judge by the code on the panel of the category; a category and a
criterion by key or name. With --create, what is missing is made: the competition with one review that is over, ranked
within categories; categories, entries, judges, and criteria on the scale the marks lie on. The method and its options
hold for a competition that is made; one that is there keeps its declared rule.

Sheets go in submitted and sealed. The same files entered again change nothing; a submitted sheet with other marks is
refused. stdout tells sheets, sheets already there, marks, entries and judges, a number a line.

Exit code: 0 done; 1 the files were refused, and stderr lists why; 2 wrong use.`;

export const resultsExportHelp = `
csv: category,entry,criterion,panel_score,factored_score,total,rank, a line for each entry and criterion, by category,
rank and criterion. Panel and factored scores are rounded where the scoring rule rounds them, else shown with six
decimals at most; total and rank are those of the stage, as the rule declares. What has no score is empty.

xlsx: for people; marks by judges' codes, scores, the rule with its version, and the formulas.`;
