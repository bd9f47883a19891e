namespace Commonstead.Core;

/// <summary>A currency by its ISO 4217 code, with the number of decimals its minor unit stands for.</summary>
public readonly record struct Currency : IComparable<Currency>
{
    // ISO 4217 exponents; every code not listed here has two decimals.
    private static readonly Dictionary<string, int> _otherExponents = new(StringComparer.Ordinal)
    {
        ["BIF"] = 0,
        ["CLP"] = 0,
        ["DJF"] = 0,
        ["GNF"] = 0,
        ["ISK"] = 0,
        ["JPY"] = 0,
        ["KMF"] = 0,
        ["KRW"] = 0,
        ["PYG"] = 0,
        ["RWF"] = 0,
        ["UGX"] = 0,
        ["VND"] = 0,
        ["VUV"] = 0,
        ["XAF"] = 0,
        ["XOF"] = 0,
        ["XPF"] = 0,
        ["BHD"] = 3,
        ["IQD"] = 3,
        ["JOD"] = 3,
        ["KWD"] = 3,
        ["LYD"] = 3,
        ["OMR"] = 3,
        ["TND"] = 3,
    };

    // ISO 4217, list one: the currencies in use on 1 January 2026, without funds, metals and testing codes.
    private const string _inUse =
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD " +
        "CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD " +
        "GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD " +
        "KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO " +
        "NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE " +
        "SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND " +
        "VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG";

    private readonly string? _code;

    private Currency(string code) => _code = code;

    /// <summary>United States dollar.</summary>
    public static Currency Usd { get; } = new("USD");

    /// <summary>Pound sterling.</summary>
    public static Currency Gbp { get; } = new("GBP");

    /// <summary>Euro.</summary>
    public static Currency Eur { get; } = new("EUR");

    /// <summary>The three-letter code; the default value of this type has the code <c>XXX</c>, "no currency".</summary>
    public string Code => _code ?? "XXX";

    /// <summary>How many decimals the currency is written with: 2 for USD, 0 for JPY, 3 for KWD.</summary>
    public int Decimals => _otherExponents.TryGetValue(Code, out var exponent) ? exponent : 2;

    /// <summary>How many minor units make one unit: 100 for USD.</summary>
    public long MinorPerUnit => Decimals switch { 0 => 1, 3 => 1000, _ => 100 };

    /// <summary>The currencies in use, by code.</summary>
    public static IReadOnlyList<Currency> InUse { get; } = [.. _inUse.Split(' ').Select(code => new Currency(code))];

    /// <summary>Reads a code of three capital letters; a currency that is in use no more is still read.</summary>
    /// <returns>False when the text is anything else.</returns>
    public static bool TryParse(string? code, out Currency currency)
    {
        currency = default;
        if (code is not { Length: 3 } || !code.All(char.IsAsciiLetterUpper)) return false;
        currency = new Currency(code);
        return true;
    }

    /// <summary>Reads a code of three capital letters.</summary>
    /// <exception cref="FormatException">The text is anything else.</exception>
    public static Currency Parse(string code) =>
        TryParse(code, out var currency)
            ? currency
            : throw new FormatException($"“{code}” is not an ISO 4217 code of three capital letters.");

    /// <summary>Orders by code.</summary>
    public int CompareTo(Currency other) => string.CompareOrdinal(Code, other.Code);

    /// <inheritdoc/>
    public override string ToString() => Code;
}
