using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Commonstead.Platform.Data;

/// <summary>Names columns as an exported file should read: <c>floor_area</c>, <c>price_minor</c>.</summary>
internal static class SnakeCase
{
    public static void Apply(IMutableModel model)
    {
        foreach (var entity in model.GetEntityTypes().Where(e => !e.IsMappedToJson())) Apply(entity, "");
    }

    private static void Apply(IMutableTypeBase type, string prefix)
    {
        foreach (var property in type.GetDeclaredProperties()) property.SetColumnName(prefix + Of(property.Name));
        foreach (var part in type.GetDeclaredComplexProperties()) Apply(part.ComplexType, prefix + Of(part.Name) + "_");
    }

    /// <summary>The name in lower case with underscores between words.</summary>
    public static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && !char.IsUpper(name[i - 1])) text.Append('_');
            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}
