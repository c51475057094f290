import statistics as s, random, fractions, math
random.seed(1)
d=[random.gauss(10,3) for _ in range(50)]
print(s.mean(d), s.fmean(d), s.median(d), s.stdev(d), s.pvariance(d), s.quantiles(d,n=4), s.mode([1,1,2]), s.multimode("aabb"), s.harmonic_mean([1,2,4]), s.geometric_mean([1,2,4]))
print(s.linear_regression([1,2,3],[2,4,6.5]), s.correlation([1,2,3],[1,3,2]), s.covariance([1,2],[3,5]), s.NormalDist(0,1).cdf(1.5), s.NormalDist.from_samples(d), s.median_grouped([1,2,2,3]), s.mean([fractions.Fraction(1,2),1]))
print(random.sample(range(100),5), random.choices("abc",k=4), random.shuffle(d), d[0], random.uniform(1,2), random.triangular(), random.betavariate(1,2), random.expovariate(1), random.gammavariate(2,1), random.lognormvariate(0,1), random.vonmisesvariate(0,1), random.paretovariate(1), random.weibullvariate(1,1), random.getrandbits(70), random.randbytes(4), random.Random("seed").random(), random.Random(b"x").randint(1,9))
st=random.getstate(); a=random.random(); random.setstate(st); print(a==random.random())
print(fractions.Fraction("3/7")+1, fractions.Fraction(0.125), fractions.Fraction(22,7).limit_denominator(5), math.floor(fractions.Fraction(7,2)), fractions.Fraction(1,3)**2, fractions.Fraction(-1,3) % 1, f"{fractions.Fraction(1,3)}")
