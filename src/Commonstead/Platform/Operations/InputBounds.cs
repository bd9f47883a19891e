using System.ComponentModel.DataAnnotations;

namespace Commonstead.Platform.Operations;

/// <summary>Holds an input to the bounds its data annotations declare, whatever channel it came through.</summary>
internal static class InputBounds
{
    public static IReadOnlyList<Refusal> Check<TInput>(TInput input)
    {
        if (input is null) throw new ArgumentNullException(nameof(input));
        var found = new List<ValidationResult>();
        var context = new ValidationContext(input);
        if (Validator.TryValidateObject(input, context, found, validateAllProperties: true)) return [];
        return [.. found.Select(f => Refusal.At(
            f.MemberNames.FirstOrDefault() ?? "", CommonRefusal.InputOutOfBounds, f.ErrorMessage ?? "Not as asked."))];
    }
}
