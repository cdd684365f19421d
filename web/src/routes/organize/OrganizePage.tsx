export function OrganizePage() {
  return null;
}
