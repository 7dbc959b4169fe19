<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0"
    xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.0.0/StyledLayerDescriptor.xsd"
    xmlns="http://www.opengis.net/sld"
    xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <NamedLayer>
    <Name>applicability</Name>
    <UserStyle>
      <Name>applicability</Name>
      <Title>Dissimilarity index (-)</Title>
      <Abstract>How unlike a pixel is to everything that the model was trained on: 0 where it equals a training sample, 1 where it lies as far from the nearest one as training samples lie from each other on average.</Abstract>
      <FeatureTypeStyle>
        <Rule>
          <RasterSymbolizer>
            <Opacity>1.0</Opacity>
            <ChannelSelection>
              <GrayChannel>
                <SourceChannelName>4</SourceChannelName>
              </GrayChannel>
            </ChannelSelection>
            <ColorMap type="ramp">
              <ColorMapEntry color="#F2F0F7" quantity="0" label="0 like a training sample"/>
              <ColorMapEntry color="#CBC9E2" quantity="0.5" label="0.5"/>
              <ColorMapEntry color="#9E9AC8" quantity="1" label="1 as far as samples from each other"/>
              <ColorMapEntry color="#54278F" quantity="2" label="2 and more, unlike all samples"/>
            </ColorMap>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
