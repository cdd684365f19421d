export function ProjectEditPage() {
  return null;
}
