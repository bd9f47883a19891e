using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Commonstead.Pricing;

/// <summary>
/// The page behind a certificate's code: the price with its whole working, for whoever holds the paper.
/// </summary>
/// <remarks>
/// Computing again changes nothing and tells nothing secret, so its form needs no token; without one the page stays the
/// same for everybody.
/// </remarks>
[IgnoreAntiforgeryToken]
public sealed class PublicPricePageModel(Certificates certificates, WrongCodes wrong) : CodedPage(wrong)
{
    private SignedDetermination? _file;

    /// <summary>The code.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The price.</summary>
    public PublicPrice Price { get; private set; } = null!;

    /// <summary>What computing it again came to, when the reader asked for it.</summary>
    public DeterminationProof? Proof { get; private set; }

    /// <summary>Shows it, or answers that there is none.</summary>
    public async Task<IActionResult> OnGetAsync(string code) => await Load(code) ?? Page();

    /// <summary>Computes it again.</summary>
    public async Task<IActionResult> OnPostAsync(string code)
    {
        if (await Load(code) is { } refused) return refused;
        Proof = SignedDetermination.Check((await Content()).ToJson());
        return Page();
    }

    /// <summary>The signed file; read only when the drawn working is not in memory.</summary>
    public async Task<SignedDetermination> Content() => _file ??= (await certificates.FileOf(Code))!;

    private Task<IActionResult?> Load(string code) => Load(
        () => certificates.ByCode(code), price => (Code, Price) = (code.Trim().ToLowerInvariant(), price));
}
