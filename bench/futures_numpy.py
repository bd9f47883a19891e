"""The standard study of the resale lab written with numpy: the same model, the same answers, for comparison.

    python3 bench/futures_numpy.py FIGURES.csv PATHS YEARS SEED

Five rules over one draw of futures: 1.5 % of the first price a year, consumer prices, the area's median income, a quarter
of the rise of the market, and the lesser of consumer prices and incomes between 1 % and 3.5 % a year. Blocks of five
years of the joint history, owners who leave with a chance of 8.3 % a year, loans, sellers' returns, and the 5, 25, 50,
75 and 95 % quantiles of every year. Written as one would write it for numpy: whole arrays of all paths, year by year.
Prints the time it took and its main results as JSON.
"""
import csv
import json
import resource
import sys
import time

import numpy as np

QUANTILES = (0.05, 0.25, 0.50, 0.75, 0.95)
RATE, TERM, DEPOSIT, SHARE, COSTS, FEE = 0.065, 30, 0.05, 0.30, 0.016, 50.0
BUYING, SELLING, TARGET, LEAVING, BLOCK, GROWTH = 0.02, 0.03, 0.80, 0.083, 5, 0.005
VALUE, INCOME = 650_000.0, 148_900.0


def history(path):
    """Yearly growth of market prices, incomes and consumer prices; incomes follow consumer prices + 0.5 %."""
    market, prices = {}, {}
    with open(path, encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["series"] == "us.case-shiller":
                market[int(row["period"][:4])] = float(row["value"])
            if row["series"] == "us.cpi-u" and row["period"].endswith("-06"):
                prices[int(row["period"][:4])] = float(row["value"])
    years = sorted(market)
    growth = lambda series: np.array([series[y] / series[y - 1] for y in years[1:]])
    return growth(market), growth(prices) * (1 + GROWTH), growth(prices), prices[years[-1]]


def study(path, paths, years, seed):
    """The study; per rule the quantiles of every year, what stays affordable, and sellers' returns."""
    random = np.random.default_rng(seed)
    g_market, g_income, g_cpi, cpi_now = history(path)
    span = len(g_market)
    month = 1 + RATE / 12
    annuity = (1 - month ** (-12 * TERM)) / (RATE / 12)
    carried = (1 - DEPOSIT) / annuity + COSTS / 12
    owed = (month ** (12 * TERM) - month ** (12 * np.arange(years + 1.0))) / (month ** (12 * TERM) - 1)

    market, income, cpi = (np.full(paths, v) for v in (VALUE, INCOME, cpi_now))
    first = np.floor(min((INCOME * TARGET * SHARE / 12 - FEE) / carried, VALUE))
    rules = 5
    paid = [np.full(paths, first) for _ in range(rules)]
    so_far = [np.ones(paths, bool) for _ in range(rules)]
    stayed = np.zeros(paths, int)
    market_then, income_then, cpi_then = market.copy(), income.copy(), cpi.copy()
    credit = np.zeros(paths)
    fans = np.zeros((rules, years, len(QUANTILES)))
    market_fan, can_fan = np.zeros((years, len(QUANTILES))), np.zeros((years, len(QUANTILES)))
    affordable, always, needed = (np.zeros((rules, years)) for _ in range(3))
    returns, losing = [[] for _ in range(rules)], np.zeros(rules)

    for year in range(years):
        at = random.integers(0, span, paths) if year % BLOCK == 0 else (at + 1) % span
        market = market * g_market[at]
        income = income * g_income[at]
        cpi = cpi * g_cpi[at]
        stayed += 1
        value = np.floor(market * 100 + 0.5) / 100
        can = np.floor(np.maximum(income * (TARGET * SHARE / 12) - cpi * (FEE / cpi_now), 0) / carried)
        credit += np.clip(np.minimum(g_cpi[at], g_income[at]) - 1, 0.01, 0.035)
        prices = (
            np.floor(paid[0] + paid[0] * 0.015 * stayed),
            np.floor(paid[1] * (cpi / cpi_then)),
            np.floor(paid[2] * (income / income_then) * 100 + 0.5) / 100,
            np.floor((paid[3] + 0.25 * (value - market_then)) * 100) / 100,
            np.floor(paid[4] + paid[4] * credit),
        )
        leaves = random.random(paths) < LEAVING
        gone = np.flatnonzero(leaves)
        market_fan[year] = np.quantile(value, QUANTILES)
        can_fan[year] = np.quantile(can, QUANTILES)
        for rule, price in enumerate(prices):
            fans[rule, year] = np.quantile(price, QUANTILES)
            asked = np.minimum(price, value)
            fits = asked <= can
            so_far[rule] &= fits
            affordable[rule, year] = fits.mean()
            always[rule, year] = so_far[rule].mean()
            needed[rule, year] = np.floor(np.maximum(asked - can, 0)).mean()
            sold, bought = asked[gone], paid[rule][gone]
            balance = bought * (1 - DEPOSIT) * owed[stayed[gone]]
            proceeds = sold * (1 - SELLING) - balance
            put_in = bought * (DEPOSIT + BUYING) + bought * (1 - DEPOSIT) - balance
            returns[rule].append(np.maximum(proceeds / put_in, 0) ** (1 / stayed[gone]) - 1)
            losing[rule] += (proceeds < put_in).sum()
            paid[rule] = np.where(leaves, asked, paid[rule])
        market_then = np.where(leaves, value, market_then)
        income_then = np.where(leaves, income, income_then)
        cpi_then = np.where(leaves, cpi, cpi_then)
        credit = np.where(leaves, 0, credit)
        stayed = np.where(leaves, 0, stayed)

    sellers = [np.concatenate(one) for one in returns]
    return {
        "median": [round(float(fans[rule, -1, 2])) for rule in range(rules)],
        "affordable": [round(float(affordable[rule, -1]), 4) for rule in range(rules)],
        "so_far": [round(float(always[rule, -1]), 4) for rule in range(rules)],
        "return": [round(float(np.quantile(one, 0.5)), 4) for one in sellers],
        "losing": [round(float(losing[rule]) / len(sellers[rule]), 4) for rule in range(rules)],
    }


if __name__ == "__main__":
    figures, count, horizon, seed_ = sys.argv[1], *(int(one) for one in sys.argv[2:5])
    began, worked = time.perf_counter(), time.process_time()
    result = study(figures, count, horizon, seed_)
    result["seconds"] = time.perf_counter() - began
    result["processor"] = time.process_time() - worked
    result["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    result["numpy"] = np.__version__
    print(json.dumps(result))
