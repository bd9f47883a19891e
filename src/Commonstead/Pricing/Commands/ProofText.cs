using System.Text.Json;

namespace Commonstead.Pricing;

/// <summary>Says on the command line what checking a determination's file came to.</summary>
internal static class ProofText
{
    /// <summary>In plain words.</summary>
    public static void Write(DeterminationProof proof, TextWriter output)
    {
        if (proof.File is { } file)
        {
            output.WriteLine($"Maximum price {file.Currency} {file.MaximumPrice}, "
                + $"for {file.AsOf:yyyy-MM-dd}, from figures published by {file.KnownBy:yyyy-MM-dd}.");
            output.WriteLine($"Rule {file.RuleHash}");
        }

        if (proof.Statement is { } stated) Write(stated, output);
        if (proof.IsSigned)
        {
            output.WriteLine($"Signature fits. Its key has the fingerprint {proof.Fingerprint}");
            output.WriteLine("Compare it with the fingerprint that the trust prints on its certificates.");
        }
        else if (proof.Fingerprint is null) output.WriteLine("The file carries no signature.");

        foreach (var fault in proof.Faults) output.WriteLine("DIFFERS  " + fault);
        output.WriteLine(proof.Agrees
            ? $"It comes out the same: the rule's hash and all {proof.File!.Steps.Count} steps agree."
            : "It does not agree.");
    }

    /// <summary>As JSON.</summary>
    public static string Json(DeterminationProof proof) => JsonSerializer.Serialize(
        new
        {
            proof.Agrees,
            proof.Faults,
            Signed = proof.IsSigned,
            proof.Fingerprint,
            proof.File?.MaximumPrice,
            proof.File?.Currency,
            proof.File?.RuleHash,
            proof.File?.AsOf,
            proof.File?.KnownBy,
        },
        DeterminationFile.Json);

    private static void Write(PriceStatement stated, TextWriter output)
    {
        output.WriteLine($"Stated by {stated.Trust} on {stated.SignedOn:yyyy-MM-dd}.");
        output.WriteLine(stated.ApprovedOn is { } approved
            ? $"Approved on {approved:yyyy-MM-dd}, valid until {stated.ValidUntil:yyyy-MM-dd}."
            : "Not approved by a second person when it was signed.");
        if (stated.AuditHead.Length > 0) output.WriteLine($"Head of the audit seals {stated.AuditHead}");
    }
}
