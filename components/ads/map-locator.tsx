import type { PlaceMap } from '../../lib/places/place-map.ts'

/** Where a place is, roughly; a picture with the name of what it shows. */
export function MapLocator({ map, label }: Readonly<{ map: PlaceMap; label: string }>) {
  const { center } = map
  return (
    <svg className="map" viewBox={`0 0 ${map.width} ${map.height}`} role="img" aria-label={label}>
      <path className="map-land" d={map.land.join('')} />
      {map.towns.map((town) => (
        <g key={`${town.x} ${town.y}`}>
          <circle cx={town.x} cy={town.y} r="2" />
          <text x={town.isLeft ? town.x - 5 : town.x + 5} y={town.y + 4} textAnchor={town.isLeft ? 'end' : undefined}>
            {town.name}
          </text>
        </g>
      ))}
      <path className="map-scale" d={`M8 ${map.height - 13}v4h${map.scale.length}v-4`} />
      <text x={map.scale.length + 13} y={map.height - 8}>
        {map.scale.km} km
      </text>
      <circle className="map-disc" cx={center.x} cy={center.y} r={center.radius} />
      <text className="map-place" x={center.x} y={center.y - center.radius - 6} textAnchor="middle">
        {center.name}
      </text>
    </svg>
  )
}
