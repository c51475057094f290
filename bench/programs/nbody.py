"""nbody"""
CATEGORY, N = "program", 300

DAYS = 365.24
MASS = 39.47841760435743  # the sun's
#: position in AU, velocity in AU per day, mass in suns: sun, Jupiter, Saturn, Uranus, Neptune
PLANETS = [
    ([0.0, 0.0, 0.0], [0.0, 0.0, 0.0], 1.0),
    ([4.84143144246472090e+00, -1.16032004402742839e+00, -1.03622044471123109e-01],
     [1.66007664274403694e-03, 7.69901118419740425e-03, -6.90460016972063023e-05], 9.54791938424326609e-04),
    ([8.34336671824457987e+00, 4.12479856412430479e+00, -4.03523417114321381e-01],
     [-2.76742510726411021e-03, 4.99852801234917238e-03, 2.30417297573763929e-05], 2.85885980666130812e-04),
    ([1.28943695621391310e+01, -1.51111514016986312e+01, -2.23307578892655734e-01],
     [2.96460137564761618e-03, 2.37847173959480950e-03, -2.96589568540237556e-05], 4.36624404335156298e-05),
    ([1.53796971148509165e+01, -2.59193146099879641e+01, 1.79258772950371181e-01],
     [2.68067772490389322e-03, 1.62824170038242295e-03, -9.51592254519715870e-05], 5.15138902046611451e-05),
]


def system():
    bodies = [(list(place), [v * DAYS for v in speed], mass * MASS) for place, speed, mass in PLANETS]
    sun = bodies[0][1]
    for axis in range(3):
        sun[axis] = -sum(speed[axis] * mass for _, speed, mass in bodies) / MASS
    return bodies


def advance(bodies, pairs, dt, steps):
    for _ in range(steps):
        for (place1, speed1, mass1), (place2, speed2, mass2) in pairs:
            x1, y1, z1 = place1
            x2, y2, z2 = place2
            dx = x1 - x2
            dy = y1 - y2
            dz = z1 - z2
            scale = dt * (dx * dx + dy * dy + dz * dz) ** -1.5
            pull1 = mass1 * scale
            pull2 = mass2 * scale
            speed1[0] -= dx * pull2
            speed1[1] -= dy * pull2
            speed1[2] -= dz * pull2
            speed2[0] += dx * pull1
            speed2[1] += dy * pull1
            speed2[2] += dz * pull1
        for place, (vx, vy, vz), _ in bodies:
            place[0] += dt * vx
            place[1] += dt * vy
            place[2] += dt * vz


def energy(bodies, pairs):
    total = 0.0
    for _, (vx, vy, vz), mass in bodies:
        total += mass * (vx * vx + vy * vy + vz * vz) / 2.0
    for ((x1, y1, z1), _, mass1), ((x2, y2, z2), _, mass2) in pairs:
        total -= mass1 * mass2 / ((x1 - x2) ** 2 + (y1 - y2) ** 2 + (z1 - z2) ** 2) ** 0.5
    return total


def run(n):
    bodies = system()
    pairs = [(a, b) for i, a in enumerate(bodies) for b in bodies[i + 1:]]
    before = energy(bodies, pairs)
    advance(bodies, pairs, 0.01, n)
    assert abs(before + 0.169075164) < 1e-8 and abs(energy(bodies, pairs) - before) < 1e-4
