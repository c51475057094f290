"""mandelbrot (float loop)"""
CATEGORY, N, UNITS = "program", 40, 0


def run(n):
    total = 0
    for row in range(n):
        for column in range(n):
            cr = column / n * 3.0 - 2.0
            ci = row / n * 2.0 - 1.0
            zr = 0.0
            zi = 0.0
            k = 0
            while k < 30 and zr * zr + zi * zi < 4.0:
                new = zr * zr - zi * zi + cr
                zi = 2.0 * zr * zi + ci
                zr = new
                k += 1
            total += k
    assert n != 40 or total == 19150
