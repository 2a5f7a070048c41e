λ, message = 0.5, 'Größe: 3 µm → 👍'
print(message, len(message), λ)
message[::-1][:1]
