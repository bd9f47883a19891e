using System.Globalization;
using Commonstead.Core;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;
using Microsoft.Extensions.Localization;

namespace Commonstead.Platform.Web;

/// <summary>
/// Binds a typed amount to <see cref="Money"/> in the trust's currency, in the reader's number format.
/// </summary>
public sealed class MoneyBinder(PageFrame frame, IStringLocalizer<Words> words) : IModelBinder
{
    /// <inheritdoc/>
    public Task BindModelAsync(ModelBindingContext binding)
    {
        var typed = binding.ValueProvider.GetValue(binding.ModelName);
        if (typed == ValueProviderResult.None) return Task.CompletedTask;
        binding.ModelState.SetModelValue(binding.ModelName, typed);
        if (string.IsNullOrWhiteSpace(typed.FirstValue))
        {
            if (binding.ModelMetadata.IsReferenceOrNullableType) binding.Result = ModelBindingResult.Success(null);
            else Refuse(binding, words["Enter an amount"]);
        }
        else if (Formats.TryReadMoney(typed.FirstValue, frame.Currency, CultureInfo.CurrentCulture, out var money))
        {
            binding.Result = ModelBindingResult.Success(money);
        }
        else
        {
            var example = Money.Of(1234, frame.Currency).ToReader();
            Refuse(binding, words["Enter an amount, such as {0}", example]);
        }

        return Task.CompletedTask;
    }

    private static void Refuse(ModelBindingContext binding, string why) =>
        binding.ModelState.TryAddModelError(binding.ModelName, why);
}

/// <summary>Chooses <see cref="MoneyBinder"/> for amounts.</summary>
public sealed class MoneyBinderProvider : IModelBinderProvider
{
    /// <inheritdoc/>
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType == typeof(Money) ? new BinderTypeModelBinder(typeof(MoneyBinder)) : null;
}
