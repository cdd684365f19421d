import { useSearchParams } from 'react-router';

export interface GalleryFilterValues {
  category: string;
  region: string;
  q: string;
}

/** The filters live in the address, so that a filtered gallery can be sent round. */
export function useGalleryFilters() {
  const [search, setSearch] = useSearchParams();
  const filters: GalleryFilterValues = {
    category: search.get('category') ?? '',
    region: search.get('region') ?? '',
    q: search.get('q') ?? '',
  };
  const setFilters = (changed: Partial<GalleryFilterValues>) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changed)) {
          if (value) after.set(name, value);
          else after.delete(name);
        }
        return after;
      },
      { replace: true },
    );
  return { filters, setFilters };
}
