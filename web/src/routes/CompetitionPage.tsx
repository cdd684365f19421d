export function CompetitionPage() {
  return null;
}
